import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDocumentId, makePassageId, makeVersionId, type Passage } from '../../../kernel/index.ts';
import { misplaced, notWhole } from '../../test-support/check-structure.ts';
import { sectionTitles } from '../../test-support/outline-passages.ts';
import { TEST_TENANT } from '../../test-support/read-whole.ts';
import { type BlockWriter, createBlockWriter } from './block-writer.ts';

type Write = (writer: BlockWriter) => void;

const text = fc.constantFrom(
  '1. Close the valve',
  '2. 打开阀门',
  'a) upper',
  'b) lower',
  '注意：',
  'WARNING: hot',
  '拆卸：',
  'Then',
  '额定流量：12 m³/h',
  '表 2 报警',
  '检查：1）断电；2）挂牌',
  'Step 2: Drain',
  'Every 6 months',
);
const bold = fc.boolean();
const leaf: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(text, bold).map(
    ([words, isBold]): Write =>
      (writer) =>
        writer.paragraph(words, { bold: isBold ? words.length : 0 }),
  ),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('Removal', 'Step 1: a', 'Step 2: b', '15: Limit', '16: Heat')).map(
    ([level, words]): Write =>
      (writer) =>
        writer.heading(level, words),
  ),
  fc.tuple(text, text).map(
    ([name, words]): Write =>
      (writer) =>
        writer.field(name, words),
  ),
  text.map(
    (words): Write =>
      (writer) =>
        writer.caption(words, 'table'),
  ),
  fc.array(fc.array(fc.constantFrom('', 'E-07', '过热', '80 °C'), { minLength: 2, maxLength: 3 }), { maxLength: 4 }).map(
    (rows): Write =>
      (writer) =>
        writer.table({ header: undefined, rows, titles: new Set(rows.length > 1 ? [0] : []) }),
  ),
  fc.constant<Write>((writer) => writer.exclude('comment', 'comment')),
);

function list(first: number, isOrdered: boolean, items: readonly (readonly [string, readonly Write[]])[]): Write {
  return (writer) => {
    writer.openList();
    items.forEach(([words, below], index) => {
      writer.listItem(words, isOrdered ? String(first + index) : undefined);
      for (const write of below) write(writer);
    });
    writer.closeList();
  };
}

function box(warns: boolean | undefined, title: string, inside: readonly Write[]): Write {
  return (writer) => {
    writer.openBox(warns, title);
    for (const write of inside) write(writer);
    writer.closeBox();
  };
}

const { block } = fc.letrec<{ block: Write }>((tie) => {
  const inside = fc.array(tie('block'), { maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small' },
      { weight: 5, arbitrary: leaf },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 4 }), bold, fc.array(fc.tuple(text, inside), { maxLength: 3 }))
          .map(([first, isOrdered, items]) => list(first, isOrdered, items)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(true, false, undefined), fc.constantFrom('', 'Every 6 months'), inside)
          .map(([warns, title, parts]) => box(warns, title, parts)),
      },
    ),
  };
});

const versionId = makeVersionId(makeDocumentId(TEST_TENANT, 'test'), 'test');

function written(writes: readonly Write[]): readonly Passage[] {
  const writer = createBlockWriter();
  for (const write of writes) write(writer);
  return writer.blocks().map((one, order): Passage => {
    const id = makePassageId(versionId, one.kind, `${one.path}/${one.start}`, one.text);
    return { ...one, id, versionId, order, language: 'en', anchors: [], scope: [] };
  });
}

describe('createBlockWriter', () => {
  it.each([
    ['Step 1: a', 'Step 2: b'],
    ['第一步：排水', '第二步：断电'],
  ])('opens no section by titles of steps within an item, where a title of a step stood before its list: %s', async (first, second) => {
    const heading =
      (level: number, words: string): Write =>
      (writer) =>
        writer.heading(level, words);
    const below = [heading(1, 'Removal'), heading(2, first), heading(2, second)];
    const passages = written([heading(1, first), list(1, false, [['Then', below]])]);
    expect(passages.filter(({ structure }) => structure.title !== undefined)).toEqual([]);
    expect(passages.flatMap((passage) => misplaced(passage, passages))).toEqual([]);
    expect(await notWhole(passages)).toEqual([]);
  });

  it('gives places that hold for whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 14 }), async (writes) => {
        const passages = written(writes);
        expect(passages.flatMap((passage) => misplaced(passage, passages))).toEqual([]);
        expect(await notWhole(passages)).toEqual([]);
        for (const passage of passages) expect(passage.headings).toEqual(sectionTitles(passage, passages));
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      }),
      { numRuns: 1_500 },
    );
  });
});
