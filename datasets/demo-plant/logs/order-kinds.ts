import type { Tags } from '../plant.ts';

/** What happens to a machine, with the shorthand technicians write about it. `{tag}` and `{side}` are filled in. */
export interface OrderKind {
  readonly name: string;
  readonly weight: number;
  readonly equipment: readonly string[];
  readonly workType: 'CM' | 'PM' | 'INSP' | 'MOD';
  /** ISO 14224 style code. */
  readonly failureMode: string | null;
  readonly action: string;
  readonly hours: readonly [number, number];
  readonly cost: readonly [number, number];
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export function orderKinds(tags: Tags): OrderKind[] {
  const pumps = [tags.pumpA, tags.pumpB];
  return [...pumpKinds(pumps), ...systemKinds(tags), ...plannedKinds(tags, pumps)];
}

function pumpKinds(pumps: readonly string[]): OrderKind[] {
  return [
    {
      name: 'seal-replaced',
      weight: 7,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'ELP',
      action: 'replaced',
      hours: [3, 9],
      cost: [2600, 7400],
      en: [
        '{tag} seal leaking again, replaced mech seal',
        'mech seal {tag} leaking, changed',
        'drip pan full {tag}, new mechanical seal fitted',
        '{tag} mech seal worn, replaced w/ spare',
      ],
      zh: ['{side}泵机封漏水，更换', '{tag}机械密封泄漏，换新机封', '{side}泵机封滴漏严重，已更换机封'],
    },
    {
      name: 'seal-watched',
      weight: 4,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'ELP',
      action: 'adjusted',
      hours: [0.5, 2],
      cost: [120, 600],
      en: ['{tag} slight seal weep, cover bolts retightened', 'small leak at {tag} seal cover, nipped up'],
      zh: ['{side}泵机封微漏，紧压盖螺栓', '{tag}压盖渗水，重新紧固'],
    },
    {
      name: 'vibration',
      weight: 5,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'VIB',
      action: 'adjusted',
      hours: [2, 8],
      cost: [400, 2200],
      en: [
        '{tag} high vib, realigned coupling',
        'vibration on {tag}, laser alignment done',
        '{tag} noisy + vib up, fdn bolts loose, tightened',
      ],
      zh: ['{side}泵振动大，重新对中', '{tag}振动超标，地脚螺栓松，紧固', '{side}泵异响振动，激光对中'],
    },
    {
      name: 'bearing-replaced',
      weight: 3,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'OHE',
      action: 'replaced',
      hours: [8, 20],
      cost: [3200, 9800],
      en: ['{tag} DE brg hot, bearings replaced', 'bearing {tag} running at 90C, changed both brgs'],
      zh: ['{side}泵驱动端轴承过热，更换轴承', '{tag}轴承温度高，换轴承'],
    },
    {
      name: 'bearing-greased',
      weight: 3,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'OHE',
      action: 'lubricated',
      hours: [0.5, 2],
      cost: [60, 240],
      en: ['{tag} brg temp high, too much grease, let out', 'brg warm {tag}, regreased'],
      zh: ['{side}泵轴承发热，脂多，排脂', '{tag}轴承温升，补脂'],
    },
    {
      name: 'coupling-replaced',
      weight: 3,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'BRD',
      action: 'replaced',
      hours: [2, 6],
      cost: [700, 2400],
      en: ['{tag} coupling element torn, replaced', 'cplg spider broken {tag}, new one fitted'],
      zh: ['{side}泵联轴器弹性体碎裂，更换', '{tag}联轴器胶圈坏，换新'],
    },
    {
      name: 'no-start',
      weight: 2,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'FTS',
      action: 'repaired',
      hours: [1, 5],
      cost: [150, 1400],
      en: ['{tag} wont start, contactor aux contact dirty', '{tag} no start from panel, loose wire fixed'],
      zh: ['{side}泵启动不了，接触器触点脏，处理', '{tag}无法启动，接线松动，紧固'],
    },
    {
      name: 'low-output',
      weight: 2,
      equipment: pumps,
      workType: 'CM',
      failureMode: 'LOO',
      action: 'repaired',
      hours: [4, 14],
      cost: [1800, 6400],
      en: ['{tag} flow down, wear ring changed', 'low flow {tag}, impeller cleaned'],
      zh: ['{side}泵流量低，更换口环', '{tag}出力不足，清理叶轮'],
    },
  ];
}

function systemKinds(tags: Tags): OrderKind[] {
  return [
    {
      name: 'strainer-cleaned',
      weight: 9,
      equipment: [tags.strainerA, tags.strainerB],
      workType: 'CM',
      failureMode: 'PLU',
      action: 'cleaned',
      hours: [0.5, 2.5],
      cost: [80, 420],
      en: ['{tag} dp high, basket cleaned', 'strainer {tag} choked w/ scale, cleaned', '{tag} blocked again, cleaned'],
      zh: ['{tag}压差高，清洗滤篮', '{side}侧过滤器堵，清理', '{tag}滤网堵塞，清洗'],
    },
    {
      name: 'cooler-cleaned',
      weight: 3,
      equipment: [tags.cooler],
      workType: 'CM',
      failureMode: 'IHT',
      action: 'cleaned',
      hours: [8, 26],
      cost: [2400, 8800],
      en: ['{tag} supply temp high, plates cleaned', 'cooler {tag} fouled, opened + brushed'],
      zh: ['{tag}换热差，拆洗板片', '{tag}结垢，清洗'],
    },
    {
      name: 'cooler-gasket',
      weight: 2,
      equipment: [tags.cooler],
      workType: 'CM',
      failureMode: 'ELP',
      action: 'replaced',
      hours: [10, 24],
      cost: [3600, 11800],
      en: ['{tag} dripping between plates, gasket set replaced'],
      zh: ['{tag}板片间渗漏，更换垫片组'],
    },
    {
      name: 'drive-fault',
      weight: 4,
      equipment: [tags.drive],
      workType: 'CM',
      failureMode: 'UST',
      action: 'repaired',
      hours: [1, 6],
      cost: [200, 2600],
      en: ['{tag} overtemp trip, filter mat blocked, changed', '{tag} tripped on overcurrent, reset + params checked'],
      zh: ['{tag}过热跳，滤棉堵，更换', '{tag}过流跳闸，复位检查参数'],
    },
    {
      name: 'starter-fault',
      weight: 2,
      equipment: [tags.starter],
      workType: 'CM',
      failureMode: 'FTS',
      action: 'replaced',
      hours: [2, 7],
      cost: [600, 3800],
      en: ['{tag} phase loss, fuse changed', '{tag} bypass contactor stuck, replaced'],
      zh: ['{tag}缺相，换熔断器', '{tag}旁路接触器卡，更换'],
    },
    {
      name: 'tank-precharge',
      weight: 3,
      equipment: [tags.tank],
      workType: 'CM',
      failureMode: 'LOP',
      action: 'adjusted',
      hours: [1, 3],
      cost: [120, 520],
      en: ['{tag} pre-charge low, N2 topped up', '{tag} pressure dropped, refilled nitrogen'],
      zh: ['{tag}预充压力低，补氮', '{tag}掉压，充氮气'],
    },
    {
      name: 'make-up',
      weight: 3,
      equipment: [tags.makeUp],
      workType: 'CM',
      failureMode: 'ELP',
      action: 'repaired',
      hours: [1, 4],
      cost: [300, 1900],
      en: ['{tag} shaft seal weeping, seal kit fitted', '{tag} foot valve leaking by, cleaned'],
      zh: ['{tag}轴封漏，换密封件', '{tag}底阀内漏，清理'],
    },
    {
      name: 'instrument',
      weight: 5,
      equipment: [tags.pressureA, tags.pressureB, tags.flow, tags.tankLevel, tags.vibrationA],
      workType: 'CM',
      failureMode: 'AIR',
      action: 'repaired',
      hours: [0.5, 3],
      cost: [90, 1600],
      en: ['{tag} reading erratic, plug corroded, cleaned', '{tag} reads low, recalibrated', 'no signal {tag}, cable repaired'],
      zh: ['{tag}示值波动，插头腐蚀，处理', '{tag}偏低，重新校准', '{tag}无信号，修电缆'],
    },
  ];
}

function plannedKinds(tags: Tags, pumps: readonly string[]): OrderKind[] {
  return [
    {
      name: 'pm-grease',
      weight: 7,
      equipment: [tags.motorA, tags.motorB],
      workType: 'PM',
      failureMode: null,
      action: 'lubricated',
      hours: [0, 0.5],
      cost: [40, 160],
      en: ['PM regrease motor brgs {tag}', '{tag} greased per schedule'],
      zh: ['{tag}电机轴承补脂，定期', '定期保养 {tag} 加脂'],
    },
    {
      name: 'pm-strainer',
      weight: 5,
      equipment: [tags.strainerA, tags.strainerB],
      workType: 'PM',
      failureMode: null,
      action: 'cleaned',
      hours: [0.5, 1.5],
      cost: [80, 260],
      en: ['PM basket cleaning {tag}'],
      zh: ['{tag}定期清洗滤篮'],
    },
    {
      name: 'inspection',
      weight: 6,
      equipment: pumps,
      workType: 'INSP',
      failureMode: null,
      action: 'inspected',
      hours: [0, 1],
      cost: [0, 120],
      en: ['{tag} monthly vib reading ok', '{tag} round, all ok', 'inspection {tag}, no finding'],
      zh: ['{side}泵月度测振，正常', '{tag}巡检正常'],
    },
    {
      name: 'pm-precharge',
      weight: 2,
      equipment: [tags.tank],
      workType: 'INSP',
      failureMode: null,
      action: 'inspected',
      hours: [0, 1],
      cost: [0, 120],
      en: ['{tag} pre-charge checked, ok'],
      zh: ['{tag}预充压力检查，合格'],
    },
    {
      name: 'modification',
      weight: 1,
      equipment: [tags.panel, tags.pumpA, tags.pumpB],
      workType: 'MOD',
      failureMode: null,
      action: 'modified',
      hours: [2, 10],
      cost: [900, 6800],
      en: ['{tag} new nameplates + cable labels', '{tag} drain line rerouted to pit'],
      zh: ['{tag}更换铭牌和电缆标识', '{tag}排液管改至集水坑'],
    },
  ];
}
