import { writePdfForm } from '../../datasets/forms/write-pdf-form.ts';

const rows = (...texts: readonly (readonly string[])[]) => texts.map((row) => row.map((text) => ({ text })));

/** A manual of two pages in both languages: values, a procedure with a warning. */
export function writeManual(): Promise<Uint8Array> {
  return writePdfForm([
    { kind: 'title', level: 1, text: 'Circulation pump P-301 循环泵' },
    { kind: 'title', level: 2, text: '1 Torques' },
    {
      kind: 'table',
      header: ['Fastener', 'Tightening torque'],
      rows: rows(['Casing bolts', '85 N·m'], ['Seal cover bolts', '41 N·m']),
    },
    { kind: 'title', level: 2, text: '2 更换 P-301 机械密封' },
    {
      kind: 'callout',
      warns: true,
      title: '警告',
      inside: [{ kind: 'text', text: '热水可能喷出。松开密封压盖前，确认泵壳已排空且无压力。' }],
    },
    {
      kind: 'steps',
      first: 1,
      items: [
        '关闭吸入阀 HV-3011 和排出阀 HV-3012。',
        '打开排液阀 DV-3014，排空泵壳。',
        '拆下联轴器护罩。',
        '拆下联轴器中间节。',
        '断开冲洗管路。',
        '将限位卡片转入并拧紧。',
        '松开密封压盖螺栓，取下机械密封。',
        '清洁轴并检查划痕。',
        '用安装套推入新的机械密封。',
        '将密封压盖螺栓对角拧紧至 41 N·m。',
        '将限位卡片转出。',
        '手动盘车，应转动灵活。',
      ].map((text) => ({ text })),
    },
  ]);
}

/** A table so wide that a phone shows a part of it close up: what is asked for stands in the last column. */
export function writeWideTable(): Promise<Uint8Array> {
  return writePdfForm([
    { kind: 'title', level: 1, text: 'Compressor C-515 压缩机' },
    { kind: 'title', level: 2, text: 'Tightening torques' },
    {
      kind: 'table',
      header: ['Fastener', 'Place', 'Thread', 'Lubricant', 'Tightening torque'],
      rows: rows(
        ['Foundation bolts', 'C-515 frame', 'M24', 'oil', '610 N·m'],
        ['Cover bolts', 'C-515 valve cover', 'M12', 'paste', '37 N·m'],
      ),
    },
  ]);
}

/** A log with columns whose headers say nothing. */
export const UNCLEAR = '日期,设备,描述,Qxv1,Zzk\n2024-01-05,P-101A,密封泄漏,aa,7c\n2024-01-15,P-102A,轴承更换,bb,9d\n';

/** Two machines with an alarm of one code. */
export const ALARMS =
  'Machine,Alarm,Text,Cause,Remedy\nP-301,E-07,Bearing hot,grease hardened,renew the grease\nF-12,E-07,Filter blocked,dust,change the filter\n';

/** A document for the library. */
export function writeProcedure(): Promise<Uint8Array> {
  return writePdfForm([
    { kind: 'title', level: 1, text: 'Fan F-77: filter change' },
    { kind: 'table', header: ['Filter', 'Interval'], rows: rows(['F-77 inlet filter', '6 months']) },
  ]);
}

/** Tables of faults with what to check of each cause. */
export const FAULTS_EN = `# Blower K-640 manual

## Faults

| Symptom | Possible cause | Check | Remedy |
|---|---|---|---|
| Blower delivers no air | Inlet filter clogged | Inspect the filter mat | Clean the inlet filter |
| Blower delivers no air | Belt torn | Inspect the belt | Replace the belt |
| Blower delivers no air | Impeller loose on the shaft | Measure the shaft speed at the impeller | Replace the impeller |

## Replacing the belt

WARNING: The guard has sharp edges. Wear gloves.

1. Remove the guard.
2. Slacken the motor bolts and take the torn belt off.
3. Fit the new belt and tension it.

## Isolation

WARNING: The blower coasts for two minutes. Lock the isolator before the guard is opened.
`;
export const FAULTS_ZH = `# 风机 K-730 手册

## 故障处理

| 故障现象 | 可能原因 | 检查方法 | 处理措施 |
|---|---|---|---|
| 风机振动大 | 叶轮积灰 | 目视检查叶轮 | 清理叶轮 |
| 风机振动大 | 地脚螺栓松动 | 检查地脚螺栓 | 紧固地脚螺栓 |
| 风机振动大 | 轴承磨损 | 测量轴承温度 | 更换轴承 |

## 紧固地脚螺栓

警告：振动的风机会移位，不要站在出风口前。

1. 停机并清理底座。
2. 用力矩扳手对角紧固地脚螺栓。
3. 试运行并再次测量振动。

## 隔离

警告：风机停机后仍会惯性转动两分钟。打开护罩前须锁定隔离开关。
`;

/** A manual that takes a while to read: so many units, a page each. */
export function writeLongManual(units: number): Promise<Uint8Array> {
  return writePdfForm(
    Array.from({ length: units }, (_, at) => at + 1).flatMap((unit) => [
      { kind: 'title' as const, level: 1 as const, text: `Unit ${unit} 机组` },
      { kind: 'steps' as const, first: 1, items: Array.from({ length: 26 }, (_, step) => ({ text: stepOf(unit, step) })) },
    ]),
  );
}

function stepOf(unit: number, step: number): string {
  return step % 2 === 0 ? `Open valve HV-${unit}${step} of pump P-${unit}.` : `关闭 P-${unit} 泵的阀门 HV-${unit}${step}。`;
}
