import { describe, expect, it } from 'vitest';
import type { RowQuestionReading, UsedColumn, UsedWords, WordUse } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import type { Log, LogColumn } from '../log-columns.ts';
import { planFromReading } from './plan-from-reading.ts';
import { showColumns } from './show-columns.ts';

const COLUMNS: readonly LogColumn[] = [
  { field: 'asset', names: ['machine'], holds: 'values', values: ['给水泵', '引风机', 'Feed pump B'] },
  { field: 'text', names: ['text'], holds: 'words', values: [], examples: ['机封泄漏'] },
  { field: 'date', names: ['reported'], holds: 'dates', values: [] },
  { field: 'end-date', names: ['restored'], holds: 'dates', values: [] },
  { field: 'duration', names: ['downtime'], holds: 'numbers', values: [], unit: 'h' },
];
const [MACHINE, TEXT, REPORTED, RESTORED, DOWNTIME] = [0, 1, 2, 3, 4];
const LOG: Log = { kind: 'work-order', columns: COLUMNS, documents: [] };
const NONE: UsedColumn = { measured: 0, second: 0, grouped: 0, whole: 0, denied: 0, operator: { is: 'none', chance: 1 } };

interface Read {
  readonly ask?: RowQuestionReading['ask']['is'];
  readonly group?: RowQuestionReading['group']['is'];
  readonly ranked?: number;
  /** Words of the question, each once, with what they are there for and their column. */
  readonly words?: readonly (readonly [text: string, is: WordUse, column?: number, value?: string])[];
  readonly columns?: Readonly<Record<number, Partial<UsedColumn>>>;
}

function plan(text: string, { ask = 'count', group = 'none', ranked = 0, words = [], columns = {} }: Read) {
  const shown = showColumns(text, LOG);
  const used = words.map(([written, is, column, value]): UsedWords => {
    const start = text.indexOf(written);
    const at = column === undefined ? -1 : (shown.shown[column]?.values.indexOf(value ?? '') ?? -1);
    return {
      is,
      chance: 1,
      start,
      end: start + written.length,
      ...(column === undefined ? {} : { column: { is: column, chance: 1 } }),
      ...(column === undefined || at < 0 ? {} : { value: { is: { column, value: at }, chance: 1 } }),
    };
  });
  const reading: RowQuestionReading = {
    ask: { is: ask, chance: 1 },
    group: { is: group, chance: 1 },
    ranked,
    words: used,
    columns: COLUMNS.map((_, at) => ({ ...NONE, ...columns[at] })),
  };
  const times = { first: Date.UTC(2022, 0, 1), last: Date.UTC(2023, 11, 31) };
  const made = planFromReading({ text, grammar: siteGrammar([]), tokens: [], log: LOG, shown, reading, times, now: Date.UTC(2026, 0, 1) });
  return made?.kind === 'plan' ? made.plan : made?.kind;
}

const equals = { operator: { is: '=', chance: 1 } } as const;

describe('the plan of a question as a model read it', () => {
  it('sums a column over the rows of a machine and a time', () => {
    const made = plan('引风机去年停了多少小时', {
      ask: 'sum',
      words: [
        ['引风机', 'value', MACHINE, '引风机'],
        ['去年', 'time'],
        ['多少小时', 'column', DOWNTIME],
      ],
      columns: { [MACHINE]: equals, [DOWNTIME]: { measured: 1 }, [REPORTED]: { operator: { is: 'in', chance: 1 } } },
    });
    expect(made).toMatchObject({
      shapes: [{ measure: { kind: 'sum', field: 'duration' } }],
      conditions: [
        { filter: { kind: 'equals', field: 'asset', value: '引风机' } },
        { filter: { kind: 'between', field: 'date', from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) } },
      ],
    });
  });

  it.each([
    ['温度高跳机了几次', '温度高', '跳机', 'all'],
    ['温度高、跳机共几次', '温度高', '跳机', 'any'],
    ['how many hot trip rows are there', 'hot', 'trip', 'all'],
    ['how many hot or trip rows are there', 'hot', 'trip', 'any'],
  ])('wants a row to say all that is said on, and one of what words or signs set apart: %s', (text, first, second, kind) => {
    const made = plan(text, {
      words: [
        [first, 'value', TEXT],
        [second, 'value', TEXT],
      ],
      columns: { [TEXT]: { operator: { is: 'has', chance: 1 } } },
    });
    expect(made).toMatchObject({ conditions: [{ filter: { kind, filters: [expect.anything(), expect.anything()] } }] });
  });

  it('is none where two values of a column of set values are said on: no row has both', () => {
    const words = [
      ['给水泵', 'value', MACHINE, '给水泵'],
      ['引风机', 'value', MACHINE, '引风机'],
    ] as const;
    expect(plan('给水泵引风机跳了几次', { words, columns: { [MACHINE]: equals } })).toBeUndefined();
  });

  it('ranks groups, as many as are asked for, the least first where words say so', () => {
    const read: Read = {
      group: 'column',
      ranked: 1,
      words: [
        ['two', 'number'],
        ['machines', 'column', MACHINE],
        ['fewest', 'ranking'],
      ],
      columns: { [MACHINE]: { grouped: 1 } },
    };
    expect(plan('two machines with the fewest orders', read)).toMatchObject({
      shapes: [
        {
          measure: { kind: 'count' },
          group: { kind: 'field', field: 'asset' },
          ranked: { direction: 'ascending', wanted: 2, word: 'two' },
        },
      ],
    });
  });

  it('takes the mean time from one column to another', () => {
    const columns = { [REPORTED]: { measured: 1 }, [RESTORED]: { second: 1 } };
    expect(plan('从报修到恢复平均多久', { ask: 'duration', columns })).toMatchObject({
      shapes: [{ derivation: { kind: 'duration', from: 'date', to: 'end-date' } }],
    });
  });

  it('denies a condition, and asks for empty cells', () => {
    const words = [
      ['not', 'denial'],
      ['seal leak', 'value', TEXT],
    ] as const;
    const columns = { [TEXT]: { operator: { is: 'has', chance: 1 }, denied: 1 } } as const;
    expect(plan('how many not seal leak', { words, columns })).toMatchObject({ conditions: [{ negated: true, filter: { kind: 'not' } }] });
    const empty = plan('没写恢复的', {
      words: [
        ['没写', 'denial'],
        ['恢复', 'column', RESTORED],
      ],
      columns: { [RESTORED]: { operator: { is: 'empty', chance: 1 } } },
    });
    expect(empty).toMatchObject({ conditions: [{ filter: { kind: 'null', field: 'end-date' } }] });
  });

  it('sets two machines side by side where a difference is asked for', () => {
    const words = [
      ['给水泵', 'value', MACHINE, '给水泵'],
      ['引风机', 'value', MACHINE, '引风机'],
    ] as const;
    const made = plan('给水泵和引风机差几次', { ask: 'difference', words, columns: { [MACHINE]: equals } });
    expect(made).toMatchObject({ sided: { sides: [{ value: '给水泵' }, { value: '引风机' }] } });
    expect(plan('给水泵差几次', { ask: 'difference', words: words.slice(0, 1), columns: { [MACHINE]: equals } })).toBeUndefined();
  });

  it.each([
    ['a value that no column holds surely', { words: [['boiler 7', 'value', MACHINE, '引风机']], columns: { [MACHINE]: equals } }],
    ['a time that is not read', { words: [['before Easter', 'time']] }],
    ['a number that bounds nothing', { words: [['17', 'number']] }],
    ['a denial that denies nothing', { words: [['without', 'denial']] }],
    ['a column that has no part in the figure', { words: [['downtime', 'column', DOWNTIME]] }],
    ['a sum without a column of numbers', { ask: 'sum' }],
    ['an order that nothing is put in', { words: [['most', 'ranking']] }],
  ] as const satisfies readonly (readonly [string, Read])[])('is none with %s', (_, read) => {
    expect(plan('boiler 7 before Easter 17 without downtime most', read)).toBeUndefined();
  });

  it('asks for values to be looked up where none that is shown is meant', () => {
    expect(plan('the boiler pump', { words: [['boiler pump', 'value', MACHINE]], columns: { [MACHINE]: equals } })).toBe('look up');
  });
});
