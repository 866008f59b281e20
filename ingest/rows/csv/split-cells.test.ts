import { describe, expect, it } from 'vitest';
import { splitCells } from './split-cells.ts';

describe('splitCells', () => {
  it('takes a quote that nothing closes for a character, and looks for its end a few times only', () => {
    const { cells, stray } = splitCells('"a,'.repeat(60), ',', true);
    expect(cells).toEqual([...Array.from({ length: 60 }, () => '"a'), '']);
    expect(stray).toBe(true);
    expect(splitCells('"开,"b, c",d', ',', true).cells).toEqual(['开,"b, c', 'd']);
  });
});
