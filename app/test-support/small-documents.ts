import fc from 'fast-check';
import { drawSkid, makeSkid, reviseSkid, writeSheetDxf, writeSheetSvg, writeSkidProteus } from '../../datasets/index.ts';
import { assertNever } from '../../kernel/index.ts';
import type { SmallDocument } from './workspace.ts';

const tag = fc.constantFrom('P-101', 'P-102', 'V-7', 'CWS-PU-2041A');
const part = fc.constantFrom('SKF-6205', 'MS-2041-08', '6310-C3');
const alarm = fc.constantFrom('E101', 'AL-17');
const symptom = fc.constantFrom('振动过大', 'excessive vibration', '机械密封泄漏', 'seal leakage', '轴承过热', 'bearing overheats');
const cause = fc.constantFrom('轴承磨损', 'worn bearing', '叶轮不平衡', 'impeller imbalance', '干运转', 'dry running');
const value = fc.constantFrom('45 N·m', '0.6 MPa', '6 bar', '80 °C', '2900 rpm', '12 m³/h');

const sentence = fc.oneof(
  fc.tuple(tag, symptom, cause).map(([of, what, why]) => `${of} 出现${what}，原因是${why}。`),
  fc.tuple(tag, symptom, cause).map(([of, what, why]) => `The ${what} of ${of} is caused by ${why}.`),
  fc.tuple(tag, value).map(([of, what]) => `${of}: the tightening torque or limit is ${what}.`),
  fc.tuple(tag, part).map(([of, what]) => `泵 ${of} 使用备件 ${what}（机械密封 (mechanical seal)）。`),
  fc.tuple(alarm, cause).map(([of, why]) => `Alarm ${of} means ${why}. 报警 ${of} 表示${why}。`),
);
const step = fc.oneof(
  tag.map((of) => `关闭 ${of} 的电源并上锁。`),
  value.map((what) => `Tighten the bolts to ${what}.`),
);
const markdown = fc
  .record({
    title: fc.constantFrom('泵维护手册', 'Pump manual', '冷却水泵 Cooling water pump'),
    sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    steps: fc.array(step, { maxLength: 3 }),
    rows: fc.array(fc.tuple(alarm, symptom, cause), { maxLength: 3 }),
    warned: fc.boolean(),
  })
  .map(({ title, sentences, steps, rows, warned }) =>
    [
      `# ${title}`,
      ...sentences,
      ...(warned ? ['> 警告：作业前必须断电。'] : []),
      ...(steps.length === 0 ? [] : ['## Procedure 步骤', steps.map((text, index) => `${index + 1}. ${text}`).join('\n')]),
      ...(rows.length === 0
        ? []
        : [['| Alarm | Symptom | Cause |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')]),
    ].join('\n\n'),
  );
const log = fc
  .record({
    chinese: fc.boolean(),
    rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), tag, symptom, cause, fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ chinese, rows }) =>
    [
      chinese ? '日期,设备,故障现象,原因,工时' : 'Date,Asset,Symptom,Cause,Hours',
      ...rows.map(([day, of, what, why, hours]) => `2024-03-${String(day).padStart(2, '0')},${of},${what},${why},${hours}`),
    ].join('\n'),
  );
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join('\n\n'));

/** Two skids, one in each language, whose numbers and tags are those of `QUESTIONS`. */
const SKIDS = [3, 4] as const;
/** Sheets of two skids in two revisions, under names of their own: sets of them join over sheets and differ between revisions. */
const sheet = fc
  .record({
    seed: fc.constantFrom(...SKIDS),
    at: fc.constantFrom(0, 1),
    revised: fc.boolean(),
    form: fc.constantFrom('svg' as const, 'dxf' as const, 'xml' as const),
  })
  .map(({ seed, at, revised, form }) => ({
    uri: `${revised ? 'P&ID' : '流程图'}-${at + 1}.${form}`,
    text: drawSheet(revised ? reviseSkid(makeSkid(seed)).skid : makeSkid(seed), at, form),
  }));

function drawSheet(skid: ReturnType<typeof makeSkid>, at: number, form: 'svg' | 'dxf' | 'xml'): string {
  const drawn = drawSkid(skid)[at];
  if (drawn === undefined) throw new RangeError(`skid ${skid.seed} has no sheet ${at + 1}`);
  switch (form) {
    case 'svg':
      return writeSheetSvg(drawn, skid);
    case 'dxf':
      return writeSheetDxf(drawn);
    case 'xml':
      return writeSkidProteus(drawn, skid, at);
    default:
      return assertNever(form);
  }
}

/** A document of one of a few names in Chinese, English or both: sets of them share tags, parts, alarm codes and concepts. */
export const anyDocument: fc.Arbitrary<SmallDocument> = fc.oneof(
  fc.record({ uri: fc.constantFrom('手册.md', 'manual.md', 'notes.md'), text: markdown }),
  fc.record({ uri: fc.constantFrom('工单.csv', 'orders.csv'), text: log }),
  fc.record({ uri: fc.constantFrom('记录.txt', 'handover.txt'), text }),
  sheet,
);

/** Documents of different names. */
export function anyDocuments(least: number, most: number): fc.Arbitrary<readonly SmallDocument[]> {
  return fc.uniqueArray(anyDocument, { minLength: least, maxLength: most, selector: ({ uri }) => uri });
}

export const QUESTIONS = [
  'What causes excessive vibration of P-101?',
  '机械密封泄漏的原因是什么？',
  'What does alarm E101 mean?',
  'P-102 的维修记录有多少条？',
  '拧紧力矩是多少？',
  'Which valves isolate P-301?',
  '图纸 WTR-PID-201 的两个版本有何变化？',
] as const;
