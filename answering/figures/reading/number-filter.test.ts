import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../../ontology/index.ts';
import type { LogColumn } from '../log-columns.ts';
import { numberFilter } from './number-filter.ts';

const hours: LogColumn = { field: 'duration', names: ['hours'], holds: 'numbers', values: [], unit: 'h' };
const grammar = siteGrammar([]);
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const read = (text: string, words: readonly string[], operator: Parameters<typeof numberFilter>[3]) =>
  numberFilter(
    { text, grammar },
    hours,
    words.map((one) => at(text, one)),
    operator,
  );

describe('a number that a question bounds a column with', () => {
  it('is put into the unit of the column', () => {
    expect(read('stops over 90 minutes', ['90 minutes'], '>')).toEqual({ kind: 'compare', field: 'duration', operator: '>', value: 1.5 });
    expect(read('停机超过3小时的', ['3小时'], '>')).toEqual({ kind: 'compare', field: 'duration', operator: '>', value: 3 });
  });

  it('bounds as the question compares, or not at all where the model read it the other way', () => {
    expect(read('at least 4 hours', ['4 hours'], '>')).toEqual({ kind: 'compare', field: 'duration', operator: '>=', value: 4 });
    expect(read('at least 4 hours', ['4 hours'], '<')).toBeUndefined();
  });

  it('may be written in words, and be two', () => {
    expect(read('beyond five hours', ['five'], '>')).toEqual({ kind: 'compare', field: 'duration', operator: '>', value: 5 });
    expect(read('somewhere two to nine', ['two', 'nine'], 'in')).toEqual({
      kind: 'all',
      filters: [
        { kind: 'compare', field: 'duration', operator: '>=', value: 2 },
        { kind: 'compare', field: 'duration', operator: '<=', value: 9 },
      ],
    });
  });

  it('is none in a unit of another kind', () => {
    expect(read('over 4 bar', ['4 bar'], '>')).toBeUndefined();
    expect(read('over many', ['many'], '>')).toBeUndefined();
  });
});
