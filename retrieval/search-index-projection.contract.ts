import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectToTellUnits, NO_DIGEST, unitOf } from '../kernel/ports/projection.test-support.ts';
import { siteGrammar } from '../ontology/index.ts';
import { analyse as analyseBy } from './analyse.ts';
import {
  find,
  ids,
  indexFixture,
  keyOf,
  makeCorpus,
  makeNumbers,
  type OpenIndex,
  passage,
  sorted,
  stream,
  unitVector,
  wordAt,
} from './search-index.test-support.ts';
import type { IndexedPassage } from './search-index.ts';

const analyse = (text: string) => analyseBy(text, siteGrammar([]));

/** What every search index has to do with what is projected into it. */
export function searchIndexProjectionContract(name: string, open: OpenIndex): void {
  const withIndex = indexFixture(open);

  describe(`search index projection contract: ${name}`, () => {
    test(
      'names every unit that it ever held with its generation, and has a higher revision after each change',
      withIndex((index) => expectToTellUnits(index, (name) => stream([passage(name, 'one', '轴承过热 bearing overheats')]))),
    );

    test(
      'after deletes the ranking is that of an index that never held what was deleted',
      withIndex(async (index) => {
        const corpus = [...makeCorpus(300)];
        const { index: fresh, close } = open();
        try {
          for (const [unit, passages] of corpus) await index.replace(unitOf(unit), 1, stream(passages));
          for (const [at, [unit, passages]] of corpus.entries()) {
            if (at % 3 !== 0) await index.drop(unitOf(unit), 2);
            else await fresh.replace(unitOf(unit), 1, stream(passages));
          }
          const next = makeNumbers(23);
          for (let round = 0; round < 30; round++) {
            const tokens = [wordAt(next()), wordAt(next())];
            expect(await find(index, { tokens, n: 10 })).toEqual(await find(fresh, { tokens, n: 10 }));
          }
        } finally {
          await close();
        }
      }),
    );

    test(
      'replacing a version leaves nothing of what it held before',
      withIndex(async (index) => {
        const vector = unitVector(makeNumbers(2));
        const old = passage('a', '1', '旧的扭矩 30 N·m', { exact: ['OLD1'], vector, scope: [keyOf('P1')] });
        const kept = passage('a', '2', '保留的段落');
        await index.replace(unitOf('a'), 1, stream([old, kept]));
        await find(index, { vector });
        await index.replace(unitOf('a'), 2, stream([kept, passage('a', '3', '新的扭矩 45 N·m')]));
        expect(await find(index, { tokens: analyse('30 N·m 旧'), where: {} })).not.toContain(old.id);
        expect(await find(index, { exact: ['OLD1'] })).toEqual([]);
        expect(await find(index, { vector })).toEqual([]);
        expect(await find(index, { tokens: analyse('保留') })).toEqual([kept.id]);
        await index.drop(unitOf('a'), 3);
        expect(await find(index, { tokens: analyse('保留') })).toEqual([]);
        expect(await index.digest(unitOf('a'))).toBe(NO_DIGEST);
      }),
    );

    test(
      'a late delivery of a lower generation changes nothing, also after a drop',
      withIndex(async (index) => {
        const now = passage('a', '1', '现行版本');
        await index.replace(unitOf('a'), 5, stream([now]));
        await index.replace(unitOf('a'), 4, stream([passage('a', '2', '旧版本')]));
        await index.drop(unitOf('a'), 4);
        expect(await find(index, { tokens: analyse('版本') })).toEqual([now.id]);
        await index.drop(unitOf('a'), 6);
        await index.replace(unitOf('a'), 5, stream([now]));
        expect(await find(index, { tokens: analyse('版本') })).toEqual([]);
      }),
    );

    test(
      'a replacement that is cut off is made whole by running it again',
      withIndex(async (index) => {
        const whole = Array.from({ length: 250 }, (_, at) => passage('a', String(at), '泵体'));
        async function* broken(): AsyncGenerator<IndexedPassage> {
          yield* whole.slice(0, 220);
          throw new Error('the process died here');
        }
        await expect(index.replace(unitOf('a'), 1, broken())).rejects.toThrow('died here');
        await index.replace(unitOf('a'), 1, stream(whole.slice(100)));
        expect(sorted(await find(index, { tokens: ['泵体'], n: 1000 }))).toEqual(ids(whole.slice(100)));
      }),
    );

    test(
      'an index that was changed step by step equals one that was built at once',
      withIndex(async (incremental) => {
        const change = fc.record({
          unit: fc.constantFrom('u1', 'u2', 'u3'),
          rows: fc.uniqueArray(fc.tuple(fc.nat(4), fc.constantFrom('轴承过热', 'seal leaks', '振动 7.1 mm/s'), fc.nat(5)), {
            maxLength: 4,
            selector: ([row]) => row,
          }),
          isDropped: fc.boolean(),
        });
        let generation = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
            const last = new Map<string, readonly IndexedPassage[]>(['u1', 'u2', 'u3'].map((unit) => [unit, []]));
            generation += 1;
            for (const unit of last.keys()) await incremental.drop(unitOf(unit), generation);
            for (const { unit, rows, isDropped } of changes) {
              generation += 1;
              const passages = rows.map(([row, text, seed]) =>
                passage(unit, String(row), text, seed === 0 ? {} : { vector: unitVector(makeNumbers(seed)), exact: [`E${seed}`] }),
              );
              last.set(unit, isDropped ? [] : passages);
              if (isDropped) await incremental.drop(unitOf(unit), generation);
              else await incremental.replace(unitOf(unit), generation, stream(passages));
            }
            const { index: rebuilt, close } = open();
            try {
              for (const [unit, passages] of [...last].reverse()) await rebuilt.replace(unitOf(unit), 1, stream([...passages].reverse()));
              for (const unit of last.keys()) expect(await incremental.digest(unitOf(unit))).toBe(await rebuilt.digest(unitOf(unit)));
              const query = { tokens: analyse('轴承 seal 振动'), exact: ['E1', 'E3'], vector: unitVector(makeNumbers(1)) };
              expect(await find(incremental, query)).toEqual(await find(rebuilt, query));
            } finally {
              await close();
            }
          }),
          { numRuns: 25 },
        );
      }),
    );
  });
}
