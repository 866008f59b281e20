import { describe, expect, it } from 'vitest';
import { readNamedModel, writeNamedModel } from '../learning/named-model.ts';
import { fitTagger } from './fit-tagger.ts';
import { wordTagger } from './tag-words.ts';

const unmarked = (words: readonly string[]) => words.map(() => []);
const text = (words: string, ...spans: readonly (readonly [number, number, string])[]) => ({
  words: words.split(' '),
  spans: spans.map(([start, end, type]) => ({ start, end, type })),
});
const TEXTS = [
  text('replace pump', [0, 1, 'Activity'], [1, 2, 'Item']),
  text('replace oil filter', [0, 1, 'Activity'], [1, 3, 'Item'], [2, 3, 'Item']),
  text('pump leaking', [0, 1, 'Item'], [1, 2, 'State']),
  text('air filter leaking', [0, 2, 'Item'], [1, 2, 'Item'], [2, 3, 'State']),
].flatMap((one) => [one, one, one]);

describe('learning to mark stretches', () => {
  it('marks a text of known words in a new order', () => {
    const found = wordTagger(fitTagger(TEXTS, unmarked), unmarked)(['replace', 'air', 'filter']);
    expect(found.map(({ start, end, type }) => [start, end, type])).toEqual([
      [0, 1, 'Activity'],
      [1, 3, 'Item'],
      [2, 3, 'Item'],
    ]);
    for (const { chance } of found) expect(chance).toBeGreaterThan(0.5);
  });

  it('gives the same bytes each time, and reads them as they were learnt', () => {
    const learn = () => {
      const { types, weights } = fitTagger(TEXTS, unmarked);
      return writeNamedModel('test', { names: types, weights });
    };
    expect(learn()).toEqual(learn());
    expect(writeNamedModel('test', readNamedModel('test', learn()))).toEqual(learn());
    expect(() => readNamedModel('other', learn())).toThrow(/kind other/);
  });
});
