import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../answer-question.ts';
import { holdsForOtherNumbers } from './holds-for-other-numbers.ts';
import { ACCESS, evidenceOf, type TestDocument } from './plant.test-support.ts';

const NEVER = new AbortController().signal;

function isOther(cell: string, question: string): boolean {
  const text = `${cell}\tManual`;
  const cells = [
    { column: 'Numbers', start: 0, end: cell.length },
    { column: 'Manual', start: cell.length + 1, end: text.length },
  ];
  return holdsForOtherNumbers({ text: question, quantities: [] })({ text, cells });
}

describe('a row that holds for numbers', () => {
  it.each([
    ['2019001~2019016', 'Which manual is for serial number 2019060?'],
    ['2019001 to 2019016', 'Which manual is for serial number 2019060?'],
    ['2020001及以后', '编号2019060该看哪一份手册？'],
    ['2019091-2019095 和 2020001 及以后', '编号2019060该看哪一份手册？'],
  ])('is another one’s where none of its ranges has the asked one: %s, %s', (cell, question) => {
    expect(isOther(cell, question)).toBe(true);
  });

  it.each([
    ['2019051~2019090', 'Which manual is for serial number 2019060?'],
    ['2019091-2019095 和 2019050 及以后', '编号2019060该看哪一份手册？'],
    ['2019001~2019016', 'Which manual do I read?'],
    ['2019001~2019016', 'Which manual is for serial number 60?'],
    ['2019001~2019016', 'Which manual is for lot 120190600?'],
    ['pump, from 2019001 to 2019016 of the first lot', 'Which manual is for serial number 2019060?'],
    ['1000~1200', 'What was done in 2024?'],
  ])('is none that is kept from the question else: %s, %s', (cell, question) => {
    expect(isOther(cell, question)).toBe(false);
  });

  it.each([
    ['en', 'Which drive belt is for serial number 2019060?', ['Serial numbers', 'Drive belt']],
    ['zh', '出厂编号2019060用哪种传动皮带？', ['出厂编号', '传动皮带']],
  ] as const)('is shown for a number that it has, and no other one, in %s', async (_, question, [numbers, belt]) => {
    const rows = [
      ['2019001~2019016', '8V-1800'],
      ['2019017~2019050', '8V-1900'],
      ['2019051~2019090', '8V-2000'],
    ] as const;
    const table: TestDocument = {
      title: belt,
      lines: rows.map(([range, part]) => ({
        kind: 'table-row',
        headings: [belt],
        row: [
          [numbers, undefined, range],
          [belt, 'part-number', part],
        ],
      })),
    };
    const { content } = await answerQuestion(evidenceOf([table]), ACCESS, { question }, NEVER);
    expect(content.citations.map(({ quote }) => quote)).toEqual(['2019051~2019090\t8V-2000']);
    expect(content.missing).not.toContain('2019060');
  });
});
