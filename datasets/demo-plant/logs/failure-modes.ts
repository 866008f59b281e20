import { type Bilingual, both } from '../bilingual.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

/** One row of the FMEA table. */
export interface FailureModeRow {
  readonly item: string;
  readonly component: Bilingual;
  readonly function: string;
  readonly mode: Bilingual;
  readonly effect: string;
  readonly cause: Bilingual;
  readonly control: Bilingual;
  readonly severity: number;
  readonly occurrence: number;
  readonly detection: number;
  /** Product of the three. */
  readonly priority: number;
  readonly action: string;
}

export const FMEA_SHEET = 'FMEA';
export const FMEA_HEADER = [
  'Item',
  'Component',
  'Function',
  'Failure mode',
  'Effect',
  'Cause',
  'Current control',
  'S',
  'O',
  'D',
  'RPN',
  'Recommended action',
];

/** Rows in an order of the seed; no two have the same risk priority number, so that the highest is one row. */
export function makeFailureModes(plant: Plant, random: Random): FailureModeRow[] {
  const seen = new Set<number>();
  return random.shuffle(drafts(plant)).map((draft) => {
    for (;;) {
      const severity = random.integer(3, 9);
      const occurrence = random.integer(2, 8);
      const detection = random.integer(2, 8);
      const priority = severity * occurrence * detection;
      if (seen.has(priority)) continue;
      seen.add(priority);
      return { ...draft, severity, occurrence, detection, priority };
    }
  });
}

type Draft = Omit<FailureModeRow, 'severity' | 'occurrence' | 'detection' | 'priority'>;

function drafts({ tags }: Plant): Draft[] {
  const row = (
    item: string,
    component: Bilingual,
    purpose: string,
    mode: Bilingual,
    effect: string,
    cause: Bilingual,
    control: Bilingual,
    action: string,
  ): Draft => ({ item, component, function: purpose, mode, effect, cause, control, action });
  const seal = both('Mechanical seal', '机械密封');
  const bearing = both('Bearing', '轴承');
  const coupling = both('Coupling element', '联轴器弹性体');
  return [
    row(
      tags.pumpA,
      seal,
      'Seals the shaft',
      both('External leakage', '外漏'),
      'Water on the floor, pump stopped',
      both('Flush line blocked', '冲洗管路堵塞'),
      both('Daily round', '日常巡检'),
      'Fit a flow indicator in the flush line',
    ),
    row(
      tags.pumpB,
      seal,
      'Seals the shaft',
      both('External leakage', '外漏'),
      'Water on the floor, pump stopped',
      both('Dry running at start', '启动时干磨'),
      both('Leak sensor', '泄漏传感器'),
      'Interlock the start with the tank level',
    ),
    row(
      tags.pumpA,
      bearing,
      'Carries the shaft',
      both('Overheating', '过热'),
      'Shaft seizes',
      both('Shaft currents of the drive', '变频器轴电流'),
      both('Temperature alarm', '温度报警'),
      'Fit an insulated bearing',
    ),
    row(
      tags.pumpB,
      bearing,
      'Carries the shaft',
      both('Overheating', '过热'),
      'Shaft seizes',
      both('Grease of two kinds mixed', '两种润滑脂混用'),
      both('Lubrication log', '润滑记录'),
      'Label the grease guns',
    ),
    row(
      tags.pumpA,
      coupling,
      'Transmits the torque',
      both('Breakage', '断裂'),
      'No flow from the pump',
      both('Torsional vibration at low speed', '低速扭振'),
      both('Yearly check', '年度检查'),
      'Block the speed range',
    ),
    row(
      tags.pumpB,
      coupling,
      'Transmits the torque',
      both('Breakage', '断裂'),
      'No flow from the pump',
      both('Misalignment', '对中不良'),
      both('Alignment record', '对中记录'),
      'Align after each pipe work',
    ),
    row(
      tags.pumpA,
      both('Impeller', '叶轮'),
      'Moves the water',
      both('Low output', '出力不足'),
      'Users too hot',
      both('Cavitation erosion', '汽蚀'),
      both('Flow alarm', '流量报警'),
      'Raise the tank pressure',
    ),
    row(
      tags.strainerA,
      both('Basket', '滤篮'),
      'Keeps solids out',
      both('Plugged', '堵塞'),
      'Suction pressure falls',
      both('Scale from the loop', '回路水垢'),
      both('Pressure drop alarm', '压差报警'),
      'Treat the water',
    ),
    row(
      tags.strainerB,
      both('Basket', '滤篮'),
      'Keeps solids out',
      both('Mesh torn', '滤网破损'),
      'Solids reach the pump',
      both('Cleaned with a wire brush', '用钢丝刷清洗'),
      both('Check at cleaning', '清洗时检查'),
      'Use water only',
    ),
    row(
      tags.cooler,
      both('Plates', '板片'),
      'Transfer heat',
      both('Insufficient heat transfer', '换热不足'),
      'Supply too warm',
      both('Fouling on the tower side', '塔水侧结垢'),
      both('Temperature trend', '温度趋势'),
      'Clean before summer',
    ),
    row(
      tags.cooler,
      both('Plate gaskets', '板片垫片'),
      'Seal the plates',
      both('External leakage', '外漏'),
      'Loop loses water',
      both('Plates tightened unevenly', '板片夹紧不均'),
      both('Dimension A measured', '测量尺寸 A'),
      'Tighten by dimension',
    ),
    row(
      tags.tank,
      both('Bladder', '气囊'),
      'Keeps the pressure',
      both('Internal leakage', '内漏'),
      'Suction pressure unstable',
      both('Age of the rubber', '橡胶老化'),
      both('Pre-charge check', '预充压力检查'),
      'Replace every 6 years',
    ),
    row(
      tags.drive,
      both('Cooling fan', '冷却风扇'),
      'Cools the drive',
      both('Spurious stop', '误停'),
      'Pump A stops',
      both('Filter mat blocked', '滤棉堵塞'),
      both('Mat changed on schedule', '定期更换滤棉'),
      'Monitor the fan speed',
    ),
    row(
      tags.starter,
      both('Bypass contactor', '旁路接触器'),
      'Carries the current',
      both('Fails to close', '不吸合'),
      'Thyristors overheat',
      both('Contacts burnt', '触点烧蚀'),
      both('None', '无'),
      'Check contacts yearly',
    ),
    row(
      tags.makeUp,
      both('Foot valve', '底阀'),
      'Holds the suction line',
      both('Internal leakage', '内漏'),
      'Pump runs dry',
      both('Dirt on the seat', '阀座有杂质'),
      both('Run-time alarm', '运行时间报警'),
      'Fit a finer filter',
    ),
    row(
      tags.pressureA,
      both('Transmitter', '变送器'),
      'Measures pressure',
      both('Abnormal reading', '示值异常'),
      'Wrong control',
      both('Moisture in the plug', '插头进水'),
      both('Signal alarm', '信号报警'),
      'Use moulded plugs',
    ),
  ];
}

/** The table is kept in English; questions about it come in both languages. */
export function failureModeCells(row: FailureModeRow): (string | number)[] {
  return [
    row.item,
    row.component.en,
    row.function,
    row.mode.en,
    row.effect,
    row.cause.en,
    row.control.en,
    row.severity,
    row.occurrence,
    row.detection,
    row.priority,
    row.action,
  ];
}
