import type { ExportLanguage } from './export-fields.ts';

/** What people write in logs: symptom, cause, what was done. All invented. */
export const TROUBLES: Readonly<Record<ExportLanguage, readonly (readonly [text: string, cause: string, action: string])[]>> = {
  zh: [
    ['机械密封泄漏，地面有水', '密封面磨损', '更换机械密封'],
    ['轴承温度高报警', '润滑脂不足', '补充润滑脂，观察2小时'],
    ['电机异响', '联轴器不对中', '重新找正'],
    ['出口压力低', '叶轮堵塞', '清理叶轮'],
    ['皮带打滑', '张紧力不够', '调整张紧轮'],
    ['振动大，停机检查', '地脚螺栓松动', '紧固螺栓'],
    ['变频器跳闸', '散热风扇损坏', '更换风扇'],
    ['阀门内漏', '阀座冲蚀', '研磨阀座'],
  ],
  en: [
    ['Seal leaking, water on floor', 'Worn seal faces', 'Replaced mechanical seal'],
    ['High bearing temperature', 'Lack of grease', 'Regreased, watched for 2 hours'],
    ['Motor is noisy', 'Coupling out of line', 'Realigned coupling'],
    ['Low discharge pressure', 'Clogged impeller', 'Cleaned impeller'],
    ['Belt slips under load', 'Tension too low', 'Adjusted tensioner'],
    ['Strong vibration, stopped', 'Loose anchor bolts', 'Tightened bolts'],
    ['Drive tripped on overheat', 'Fan broken', 'Changed fan'],
    ['Valve passes when shut', 'Seat eroded', 'Lapped the seat'],
  ],
  de: [
    ['Gleitringdichtung undicht', 'Dichtflächen verschlissen', 'Dichtung getauscht'],
    ['Lagertemperatur zu hoch', 'Zu wenig Fett', 'Nachgeschmiert, 2 h beobachtet'],
    ['Motor läuft laut', 'Kupplung nicht ausgerichtet', 'Neu ausgerichtet'],
    ['Förderdruck zu niedrig', 'Laufrad verstopft', 'Laufrad gereinigt'],
    ['Riemen rutscht durch', 'Spannung zu gering', 'Spannrolle nachgestellt'],
    ['Starke Schwingungen, Anlage abgestellt', 'Ankerschrauben lose', 'Schrauben nachgezogen'],
    ['Umrichter ausgefallen', 'Lüfter defekt', 'Lüfter ersetzt'],
    ['Ventil schließt nicht dicht', 'Sitz ausgewaschen', 'Sitz eingeschliffen'],
  ],
};

type Words = Readonly<Record<ExportLanguage, readonly string[]>>;

export const ASSETS: readonly (readonly (readonly [tag: string, zh: string, en: string, de: string])[])[] = [
  [
    ['P-101A', '循环水泵A', 'Circulation pump A', 'Umwälzpumpe A'],
    ['P-101B', '循环水泵B', 'Circulation pump B', 'Umwälzpumpe B'],
    ['K-201', '空压机', 'Air compressor', 'Luftverdichter'],
    ['E-301', '换热器', 'Heat exchanger', 'Wärmetauscher'],
    ['C-601', '冷却塔', 'Cooling tower', 'Kühlturm'],
    ['M-501', '搅拌机', 'Mixer', 'Rührwerk'],
  ],
  [
    ['CNC-01', '加工中心一', 'Machining centre 1', 'Bearbeitungszentrum 1'],
    ['CNC-02', '加工中心二', 'Machining centre 2', 'Bearbeitungszentrum 2'],
    ['IMM-03', '注塑机', 'Moulding machine', 'Spritzgießmaschine'],
    ['PRS-04', '冲床', 'Press', 'Presse'],
    ['CRN-01', '行车', 'Overhead crane', 'Hallenkran'],
  ],
];
export const PEOPLE: Words = {
  zh: ['张伟', '李娜', '王强', '刘洋', '陈静'],
  en: ['J. Miller', 'A. Shah', 'T. Novak', 'R. Diaz'],
  de: ['Weber', 'Krüger', 'Schäfer', 'Yilmaz'],
};
export const SHIFTS: Words = { zh: ['白班', '中班', '夜班'], en: ['Day', 'Night'], de: ['Früh', 'Spät', 'Nacht'] };
export const KINDS: Words = {
  zh: ['故障维修', '计划保养', '点检'],
  en: ['Corrective', 'Preventive', 'Inspection'],
  de: ['Instandsetzung', 'Wartung', 'Inspektion'],
};
export const STATUSES: Words = {
  zh: ['已完成', '处理中', '已关闭'],
  en: ['Completed', 'In progress', 'Closed'],
  de: ['TABG', 'FREI', 'ABGS'],
};
export const SEVERITIES: Words = { zh: ['高', '中', '低'], en: ['High', 'Medium', 'Low'], de: ['hoch', 'mittel', 'niedrig'] };
export const STATES: Words = { zh: ['触发', '恢复', '确认'], en: ['ACT', 'RTN', 'ACK'], de: ['kommt', 'geht', 'quittiert'] };
export const PLACES: Words = {
  zh: ['一车间', '二车间', '公用工程'],
  en: ['Hall 1', 'Hall 2', 'Utilities'],
  de: ['Halle 1', 'Halle 2', 'Energie'],
};
export const CHECKS: Readonly<Record<ExportLanguage, readonly (readonly [item: string, standard: string])[]>> = {
  zh: [
    ['油位', '1/2～2/3'],
    ['轴承温度', '≤75℃'],
    ['异响', '无'],
    ['压力表', '0.4～0.6MPa'],
    ['紧固件', '无松动'],
    ['清洁', '无油污'],
  ],
  en: [
    ['Oil level', 'between marks'],
    ['Bearing temperature', 'max. 75 °C'],
    ['Noise', 'none'],
    ['Pressure gauge', '4 to 6 bar'],
    ['Bolts', 'none loose'],
    ['Guard', 'in place'],
  ],
  de: [
    ['Ölstand', 'zwischen den Marken'],
    ['Lagertemperatur', 'max. 75 °C'],
    ['Geräusch', 'keines'],
    ['Manometer', '4 bis 6 bar'],
    ['Schrauben', 'fest'],
    ['Schutzhaube', 'vorhanden'],
  ],
};
export const TITLES: Words = {
  zh: ['设备维修台账', '运行记录'],
  en: ['Maintenance list', 'Plant log'],
  de: ['Instandhaltungsliste', 'Betriebsbuch'],
};
