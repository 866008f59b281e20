import { describe, expect, it } from 'vitest';
import { runExportSuite } from './run-export-suite.ts';

const read = (seeds: readonly number[]) => runExportSuite({ seeds, isReserve: false }, () => undefined, new AbortController().signal);

describe('exports made by seed', () => {
  it('are the same bytes for the same seed and score the same', async () => {
    expect(await read([3, 6])).toEqual(await read([3, 6]));
  });

  it('are read with every cell or the word that it could not be, in three languages', async () => {
    const scored = await read([2, 3, 8]);
    expect(scored.map(({ score }) => score.cells > 100)).toEqual([true, true, true]);
    expect(scored.map(({ score }) => score.lost)).toEqual([0, 0, 0]);
  });
});
