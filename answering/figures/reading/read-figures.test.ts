import { describe, expect, it } from 'vitest';
import type { RowQuestionReader, RowQuestionReading, UsedColumn, UsedWords, Value } from '../../../kernel/index.ts';
import { answerQuestion } from '../../answer-question.ts';
import { ACCESS, evidenceOf, type TestRow } from '../../compose/plant.test-support.ts';

const date = (day: string): Value => ({ kind: 'date', text: day, time: Date.parse(day), precision: 'day' });
const text = (words: string): Value => ({ kind: 'text', text: words });
const number = (value: number): Value => ({ kind: 'number', text: String(value), number: value });
const order = (asset: string, day: string, words: string, cost: number): TestRow => ({
  kind: 'work-order',
  columns: { date: date(day), asset: text(asset), text: text(words), cost: number(cost) },
});

const plant = evidenceOf(
  [],
  [
    order('引风机', '2021-02-01', '轴承温度高', 100),
    order('引风机', '2021-03-01', 'belt torn', 50),
    order('给水泵', '2021-03-02', '机封泄漏', 30),
  ],
);

interface Said {
  readonly ask: RowQuestionReading['ask'];
  readonly chance?: number;
  /** What is not read so makes no plan, in place of asking for no rows. */
  readonly isElse?: boolean;
  readonly words: readonly (readonly [written: string, is: UsedWords['is'], header?: string, value?: string])[];
  readonly measured?: string;
}

/** A reader that reads one question as it is told, by headers and values as they are shown. */
function reader(read: Said): RowQuestionReader {
  return {
    read: async (question, columns) => {
      const placeOf = (header: string | undefined) => columns.findIndex((column) => column.header === header);
      const measured = placeOf(read.measured);
      const reading: RowQuestionReading = {
        ask: read.ask,
        group: 'none',
        ranked: false,
        chance: read.chance ?? 1,
        ...(measured < 0 ? {} : { measured }),
        words: read.words.map(([written, is, header, value]) => {
          const start = question.indexOf(written);
          const column = placeOf(header);
          const at = columns[column]?.values.indexOf(value ?? '') ?? -1;
          const linked = header === undefined ? {} : { column };
          return {
            is,
            start,
            end: start + written.length,
            ...linked,
            ...(at < 0 ? {} : { value: { column, value: at } }),
          };
        }),
        columns: columns.map(({ header }): UsedColumn => {
          const hasWords = read.words.some(([, is, of]) => is === 'value' && of === header);
          return { whole: false, denied: false, operator: hasWords ? '=' : 'none' };
        }),
      };
      const other: RowQuestionReading = {
        ask: read.isElse === true ? 'sum' : 'other',
        group: 'none',
        ranked: false,
        words: [],
        columns: [],
        chance: 1 - reading.chance,
      };
      return [reading, other];
    },
  };
}

const answer = async (question: string, said: Said) =>
  (await answerQuestion({ ...plant, rowQuestions: reader(said) }, ACCESS, { question }, new AbortController().signal)).content;

const BURNT: Said = {
  ask: 'sum',
  words: [
    ['draught fan', 'value', 'asset', '引风机'],
    ['burn', 'column', 'cost'],
  ],
  measured: 'cost',
};

describe('figures that a model reads in a question', () => {
  it('are computed over the rows that it means, in whatever words and language', async () => {
    const content = await answer('how much did the draught fan burn', BURNT);
    expect(content.decision).toBe('answered');
    expect(content.claims[0]?.computed?.rows).toEqual([[150]]);
    expect(content.claims[0]?.text).toContain('引风机');
    expect(content.claims[0]?.verdict).toBe('supported');
  });

  it('are not told where the model is not sure, or takes the question for none over rows', async () => {
    expect((await answer('how much did the draught fan burn', { ...BURNT, chance: 0.01 })).decision).not.toBe('answered');
    // Beside readings that fit in nothing, a plan is the only one, and still hardly likely.
    expect((await answer('how much did the draught fan burn', { ...BURNT, chance: 0.06, isElse: true })).decision).not.toBe('answered');
    expect((await answer('how much did the draught fan burn', { ...BURNT, ask: 'other' })).decision).not.toBe('answered');
  });

  it('say what the question denies, or are not told', async () => {
    const words = [
      ['引风机', 'value', 'asset', '引风机'],
      ['不是', 'matter'],
    ] as const;
    expect((await answer('不是引风机的活儿干了几趟', { ask: 'count', words })).decision).not.toBe('answered');
  });

  it('are no zero where no text holds the words that were read as looked for', async () => {
    const words = [['gearbox noise', 'value', 'text']] as const;
    const content = await answer('number of times we had gearbox noise', { ask: 'count', words });
    expect(content.decision).not.toBe('answered');
  });
});
