import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctTitles as makeDistinctTitles, type TitledDocument } from './distinct-titles.ts';

function titled(id: string, title: string, ...names: string[]): TitledDocument {
  return { id, title, scopeNames: names.map((text) => ({ kind: 'model', text, source: 'folder' })) };
}

function distinctTitles(documents: readonly TitledDocument[]): ReadonlyMap<string, string> {
  const titleOf = makeDistinctTitles(documents);
  return new Map(documents.map((one) => [one.id, titleOf(one)]));
}

describe('distinctTitles', () => {
  it('leaves a title that nothing else has', () => {
    expect([...distinctTitles([titled('a', 'FAQ', 'X200'), titled('b', 'Manual', 'X200')]).values()]).toEqual(['FAQ', 'Manual']);
  });

  it('tells equal titles apart by a name that no other has', () => {
    const titles = distinctTitles([titled('a', 'FAQ', 'ACME', 'X200'), titled('b', 'FAQ', 'ACME', 'X300')]);
    expect([...titles.values()]).toEqual(['FAQ (X200)', 'FAQ (X300)']);
    const chinese = distinctTitles([titled('a', '快速介绍', '机械臂', 'X200'), titled('b', '快速介绍', '机械臂', 'X300')]);
    expect([...chinese.values()]).toEqual(['快速介绍（X200）', '快速介绍（X300）']);
  });

  it('takes several names where no single one tells', () => {
    const titles = distinctTitles([titled('a', 'FAQ', 'X', 'v1'), titled('b', 'FAQ', 'X', 'v2'), titled('c', 'FAQ', 'Y', 'v1')]);
    expect([...titles.values()]).toEqual(['FAQ (X, v1)', 'FAQ (v2)', 'FAQ (Y)']);
  });

  it('takes versions of one document for no others', () => {
    expect([...distinctTitles([titled('a', 'FAQ', 'X200'), titled('a', 'FAQ', 'X200')]).values()]).toEqual(['FAQ']);
  });

  it('names each version of a document by its own title', () => {
    const list = [titled('a', 'FAQ', 'X200'), titled('a', 'Questions', 'X200'), titled('b', 'FAQ', 'X300')];
    expect(list.map(makeDistinctTitles(list))).toEqual(['FAQ (X200)', 'Questions', 'FAQ (X300)']);
  });

  it('does not depend on the order of documents, and shows no name of what is not in the list', () => {
    const document = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      title: fc.constantFrom('FAQ', '快速介绍'),
      names: fc.uniqueArray(fc.constantFrom('X1', 'X2', 'X3', '泵')),
    });
    const documents = fc.uniqueArray(document, { selector: ({ id }) => id });
    fc.assert(
      fc.property(documents, (list) => {
        const made = list.map(({ id, title, names }) => titled(id, title, ...names));
        const titles = distinctTitles(made);
        expect(new Map([...distinctTitles([...made].reverse())].sort())).toEqual(new Map([...titles].sort()));
        for (const { id, title, scopeNames } of made)
          for (const shown of (titles.get(id) ?? '').slice(title.length).match(/X\d|泵/gu) ?? [])
            expect(scopeNames.map(({ text }) => text)).toContain(shown);
      }),
    );
  });
});
