import { describe, expect, test } from 'vitest';
import { compareText } from '../kernel/index.ts';
import { ALL, signal, unitOf } from '../kernel/ports/projection.test-support.ts';
import { openMemorySearchIndex } from './adapters/memory/memory-search-index.ts';
import { dot } from './dot.ts';
import { contractIdentity, find, makeNumbers, type OpenIndex, passage, stream, unitVector } from './search-index.test-support.ts';
import type { IndexIdentity } from './search-index.ts';

/** What an index has to find whatever embedder it was made with. */
export function searchIndexDimensionContract(name: string, open: (identity: IndexIdentity) => ReturnType<OpenIndex>): void {
  describe(`search index contract, vectors of other models: ${name}`, () => {
    test.each([40, 384, 1024])(
      'keeps vectors of %d numbers to the last bit, finds the nearest, and takes none of another length',
      async (dimension) => {
        const { index, close } = open(contractIdentity(dimension));
        try {
          const next = makeNumbers(11);
          const passages = Array.from({ length: 120 }, (_, at) =>
            passage('m', String(at), '', { vector: unitVector(next, 0.3, dimension) }),
          );
          const exact = openMemorySearchIndex();
          for (const one of [index, exact]) await one.replace(unitOf('m'), 1, stream(passages));
          expect(await index.digest(unitOf('m'))).toEqual(await exact.digest(unitOf('m')));

          const vector = unitVector(next, 0.3, dimension);
          const nearest = [...passages]
            .map(({ id, vector: own = vector }) => ({ id, cosine: dot(vector, own) }))
            .sort((left, right) => right.cosine - left.cosine || compareText(left.id, right.id));
          expect(await find(index, { vector, n: 10 })).toEqual(nearest.slice(0, 10).map(({ id }) => id));
          const found = await index.cosines(
            ALL,
            vector,
            passages.map(({ id }) => id),
            signal(),
          );
          for (const { id, cosine } of nearest) expect(found.get(id)).toBeCloseTo(cosine, 5);

          const other = unitVector(next, 0, dimension + 1);
          await expect(find(index, { vector: other })).rejects.toThrow();
          await expect(
            index.cosines(
              ALL,
              other,
              [nearest[0]?.id ?? passages[0]?.id].flatMap((id) => id ?? []),
              signal(),
            ),
          ).rejects.toThrow();
          await expect(index.replace(unitOf('other'), 1, stream([passage('other', '1', '', { vector: other })]))).rejects.toThrow();
          expect(await find(index, { vector, n: 10 })).toHaveLength(10);
        } finally {
          await close();
        }
      },
    );
  });
}
