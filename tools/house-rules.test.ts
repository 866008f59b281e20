import { describe, expect, it } from 'vitest';
import { type CruisedFile, houseFaults } from './house-rules.ts';

const file = (source: string, lines = 10, imports: readonly string[] = []): CruisedFile => ({ source, lines, imports });

describe('houseFaults', () => {
  it('finds nothing in rooms whose folders stand on floors', () => {
    expect(houseFaults([file('app/index.ts', 300, ['app/a/x.ts']), file('app/a/x.ts', 20, ['app/b/y.ts']), file('app/b/y.ts')])).toEqual(
      [],
    );
  });

  it('names a file that is too long, tests included', () => {
    expect(houseFaults([file('app/a/long.test.ts', 301)])).toEqual([expect.stringMatching(/^app\/a\/long\.test\.ts has 301 lines/)]);
  });

  it('names a room that is too large, without its tests; each folder of a house is a room', () => {
    const thirty = (folder: string, ending: string) => Array.from({ length: 30 }, (_, at) => file(`${folder}/f${at}${ending}`, 300));
    expect(houseFaults(thirty('kernel/a', '.test.ts'))).toEqual([]);
    expect(houseFaults(thirty('kernel/a', '.ts'))).toEqual([expect.stringMatching(/^kernel has 9000 lines/)]);
    for (const house of ['ledger', 'api', 'app']) {
      expect(houseFaults([...thirty(`${house}/a`, '.ts').slice(15), ...thirty(`${house}/b`, '.ts').slice(15)])).toEqual([]);
      expect(houseFaults(thirty(`${house}/a`, '.ts'))).toEqual([expect.stringMatching(new RegExp(`^${house}/a has 9000 lines`))]);
    }
  });

  it('names both arrows of two folders that lead to each other, also round a third', () => {
    const faults = houseFaults([
      file('app/a/x.ts', 1, ['app/b/y.ts']),
      file('app/b/y.ts', 1, ['app/c/z.ts']),
      file('app/c/z.ts', 1, ['app/a/other.ts']),
      file('app/a/x.test.ts', 1, ['app/d/w.ts']),
      file('app/d/w.ts', 1, ['app/a/x.ts']),
    ]);
    expect(faults).toHaveLength(3);
    expect(faults[0]).toContain('app/a/x.ts → app/b/y.ts');
  });
});
