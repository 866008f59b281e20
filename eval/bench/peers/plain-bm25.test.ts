import { expect, test } from 'vitest';
import { openPlainBm25 } from './plain-bm25.ts';

test('the plain peer finds Chinese and English tokens by its own BM25, and no mark of a query is its language', () => {
  const plain = openPlainBm25(':memory:');
  try {
    plain.add([
      { id: 'a', tokens: ['泵', '轴承', '过热'] },
      { id: 'b', tokens: ['pump', 'bear', 'overheat', 'overheat'] },
      { id: 'c', tokens: ['pump', 'seal', '"near', 'or'] },
    ]);
    expect(plain.search(['轴承'], 10)).toEqual(['a']);
    expect(plain.search(['overheat', 'pump'], 10)).toEqual(['b', 'c']);
    expect(plain.search(['"near', '*', ''], 10)).toEqual(['c']);
    expect(plain.search([], 10)).toEqual([]);
  } finally {
    plain.close();
  }
});
