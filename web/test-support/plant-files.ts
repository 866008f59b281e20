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
