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
        { text: '关闭吸入阀 HV-3011 和排出阀 HV-3012。' },
        { text: '拆下联轴器护罩。' },
        { text: '松开密封压盖螺栓，取下机械密封。' },
      ],
    },
  ]);
}

/** Two machines with an alarm of one code. */
export const ALARMS =
  'Machine,Alarm,Text,Cause,Remedy\nP-301,E-07,Bearing hot,grease hardened,renew the grease\nF-12,E-07,Filter blocked,dust,change the filter\n';
