import { describe, expect, it } from 'vitest';
import { writeCompound } from '../../../eval/fuzz/write-compound.ts';
import { writeDoc } from '../../../eval/fuzz/write-doc.ts';
import { readWhole } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { docParser } from './doc-parser.ts';

const read = async (bytes: Uint8Array) => readWhole(docParser, await temporaryFile('manual.doc', bytes));

describe('docParser', () => {
  it('reads titles, steps, warnings and rows as lines, notes apart, and says that it is the text alone', async () => {
    const body =
      '第三章 密封更换\r警告：先上锁挂牌。\r1. Close V-11.\r2. 拆下联轴器。\r\r3.2 Torques\rBolt M8\u0007拧紧力矩 25 N·m\u0007\u0007\r' +
      'See \u0013 REF _x \u0014chapter 3\u0015 for P\u001e101.\r';
    const { passages, chunks, survey, conclusion } = await read(
      writeDoc({ body, footnotes: '\u0002 At 20 °C.\r', comments: '\u0005 Is this true?\r', title: '离心泵手册 Pump' }),
    );
    expect(passages.map(({ kind, text, marker, headings }) => [kind, text, marker, headings.at(-1)])).toEqual([
      ['heading', '第三章 密封更换', undefined, undefined],
      ['warning', '警告：先上锁挂牌。', undefined, '第三章 密封更换'],
      ['step', 'Close V-11.', '1', '第三章 密封更换'],
      ['step', '拆下联轴器。', '2', '第三章 密封更换'],
      ['heading', '3.2 Torques', undefined, '第三章 密封更换'],
      ['paragraph', 'Bolt M8\t拧紧力矩 25 N·m', undefined, '3.2 Torques'],
      ['paragraph', 'See chapter 3 for P‑101.', undefined, '3.2 Torques'],
      ['paragraph', 'At 20 °C.', undefined, undefined],
    ]);
    expect(passages.at(-1)?.anchors).toMatchObject([{ path: 'footnotes/1/section/0/paragraph/1' }]);
    expect(chunks.flatMap(({ excluded }) => excluded.map(({ reason, text }) => [reason, text]))).toEqual([['comment', 'Is this true?']]);
    expect(survey.properties.title).toBe('离心泵手册 Pump');
    expect(conclusion).toMatchObject({ outcome: 'visible', report: { warnings: [expect.stringContaining('.docx')] } });
  });

  it('keeps paragraphs apart that are as long as wrapped lines', async () => {
    const line = (word: string) => `${word} `.repeat(15).trim();
    const { passages } = await read(writeDoc({ body: `${line('pressure')}\r${line('temperature')}\r${line('压力')}\r` }));
    expect(passages.map(({ text }) => text)).toEqual([line('pressure'), line('temperature'), line('压力')]);
  });

  it('tells locked, too old, cut and spoilt files apart', async () => {
    const doc = writeDoc({ body: '泵 P-101\r' });
    expect((await read(writeDoc({ body: 'x\r', isLocked: true }))).conclusion.outcome).toBe('encrypted');
    expect((await read(writeDoc({ body: 'x\r', form: 104 }))).conclusion).toMatchObject({
      outcome: 'unsupported-format',
      reason: expect.stringContaining('.docx'),
    });
    expect((await read(doc.subarray(0, 1_500))).conclusion.outcome).toBe('damaged');
    expect((await read(writeCompound({ WordDocument: Buffer.alloc(40) }))).conclusion.outcome).toBe('damaged');
    expect((await read(writeDoc({ body: '' }))).conclusion.outcome).toBe('empty');
  });
});
