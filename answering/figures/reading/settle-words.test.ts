import { describe, expect, it } from 'vitest';
import type { RowQuestionReading, UsedWords } from '../../../kernel/index.ts';
import type { LogColumn } from '../log-columns.ts';
import { settleWords } from './settle-words.ts';

const COLUMNS: readonly LogColumn[] = [
  { field: 'asset', names: ['asset'], holds: 'values', values: ['A', 'B', '引风机'] },
  { field: 'component', names: ['major system', '系统'], holds: 'values', values: ['Engine', 'Bucket'] },
];

function settle(text: string, column: number): UsedWords | undefined {
  const words = { is: 'value', start: 0, end: text.length, column } as const;
  const reading: RowQuestionReading = {
    ask: 'count',
    group: 'none',
    ranked: false,
    chance: 1,
    columns: [],
    words: [words],
  };
  return settleWords(text, { columns: COLUMNS }, [reading])[0]?.words[0];
}

describe('words of a question whose meaning the columns tell', () => {
  it.each([
    ['shovel A', 1, 0],
    ['引风机', 1, 0],
    ['Engine', 0, 1],
  ])('mean the one column that has them as a value: %s', (text, read, column) => {
    expect(settle(text, read)).toMatchObject({ is: 'value', column });
  });

  it.each([
    ['tooth or teeth', ['tooth', 'teeth']],
    ['漏油或漏水', ['漏油', '漏水']],
    ['motor', ['motor']],
  ])('are alternatives where a word between them says so: %s', (text, said) => {
    const words: UsedWords = { is: 'value', start: 0, end: text.length, column: 1, value: { column: 1, value: 0 } };
    const reading: RowQuestionReading = { ask: 'count', group: 'none', ranked: false, chance: 1, columns: [], words: [words] };
    const made = settleWords(text, { columns: COLUMNS }, [reading])[0]?.words ?? [];
    expect(made.map(({ start, end }) => text.slice(start, end))).toEqual(said);
  });

  it.each([
    ['外委（EXT）', ['外委', 'EXT']],
    ['PM01)', ['PM01']],
    ['grease（黄油）, ', ['grease', '黄油']],
    ['Pump (old)', ['Pump (old)']],
  ])('are without marks at their ends, a gloss between brackets apart: %s', (text, said) => {
    const words: UsedWords = { is: 'value', start: 0, end: text.length, column: 1 };
    const reading: RowQuestionReading = { ask: 'count', group: 'none', ranked: false, chance: 1, columns: [], words: [words] };
    const columns = COLUMNS.map((column, at) => (at === 1 ? { ...column, values: [...column.values, 'Pump (old)'] } : column));
    const made = settleWords(text, { columns }, [reading])[0]?.words ?? [];
    expect(made.map(({ start, end }) => text.slice(start, end))).toEqual(said);
  });

  it('stay as they were read where their own column has them, or none', () => {
    expect(settle('Bucket', 1)).toMatchObject({ is: 'value', column: 1 });
    expect(settle('gearbox', 1)).toMatchObject({ is: 'value', column: 1 });
  });

  it('name a column that is called so', () => {
    expect(settle('Major System', 1)?.is).toBe('column');
    expect(settle('系统', 1)?.is).toBe('column');
  });

  it('are a time where they are a year that no column holds', () => {
    expect(settle('2007', 0)).toMatchObject({ is: 'time' });
    expect(settle('2007', 0)?.column).toBeUndefined();
  });
});
