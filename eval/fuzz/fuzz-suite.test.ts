import { describe, expect, it } from 'vitest';
import { packageFile } from '../../app/index.ts';
import { createRandom } from '../../datasets/index.ts';
import { FUZZ_FORMATS } from './fuzz-file.ts';
import { runFuzzSuite } from './fuzz-suite.ts';
import { makeFuzzFile } from './make-fuzz-file.ts';
import { madeSeeds } from './make-seeds.ts';
import { readZip, writeZip } from './zip.ts';

const never = () => new AbortController().signal;

describe('runFuzzSuite', () => {
  it('brings spoilt files of every format to a typed state with a reason, and most of them past detection', async () => {
    const folders = [packageFile('datasets/demo-plant/files')];
    const { results } = await runFuzzSuite(
      { seed: 4, count: 60, withoutBombs: true, folders },
      () => undefined,
      new AbortController().signal,
    );
    expect(results).toHaveLength(60);
    expect(results.filter((result) => result.fault !== undefined || result.outcome === 'failed')).toEqual([]);
    expect(new Set(results.map((result) => result.file.format)).size).toBe(FUZZ_FORMATS.length);
    expect(results.filter((result) => result.isDetected).length).toBeGreaterThanOrEqual(0.3 * results.length);
  }, 900_000);

  it('goes on with the files that a run which was stopped had not made', async () => {
    const run = (from: number) =>
      runFuzzSuite({ seed: 4, count: 6, from, withoutBombs: true, formats: ['csv', 'text'], folders: [] }, () => undefined, never());
    const [whole, rest] = [await run(0), await run(4)];
    const made = whole.results.map(({ index, file, outcome }) => ({ index, file, outcome }));
    expect(rest.results.map(({ index, file, outcome }) => ({ index, file, outcome }))).toEqual(made.slice(4));
  });
});

describe('makeFuzzFile', () => {
  it('makes the same file of the same seed', () => {
    const seeds = madeSeeds();
    for (const seed of seeds) {
      const make = () => makeFuzzFile(seed, seeds, createRandom(7, seed.name));
      expect(make()).toEqual(make());
    }
  });
});

describe('writeZip', () => {
  it('writes what readZip reads', () => {
    const parts = [
      { name: 'a.xml', content: Buffer.from('<泵/>') },
      { name: 'b/c.bin', content: Buffer.alloc(5_000, 7) },
    ];
    expect(readZip(writeZip(parts))).toEqual(parts);
  });
});
