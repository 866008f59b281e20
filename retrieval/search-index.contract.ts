import { describe, expect, test } from 'vitest';
import { compareText, type LabelSetId } from '../kernel/index.ts';
import { ALL, OPEN, SECRET, signal, unitOf, version } from '../kernel/ports/projection.test-support.ts';
import { siteGrammar } from '../ontology/index.ts';
import { openMemorySearchIndex } from './adapters/memory/memory-search-index.ts';
import { analyse as analyseBy } from './analyse.ts';
import { dot } from './dot.ts';
import {
  DIMENSION,
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
  vectorAbout,
  weighed,
  wordAt,
} from './search-index.test-support.ts';
import type { IndexedPassage } from './search-index.ts';

const analyse = (text: string) => analyseBy(text, siteGrammar([]));

/** What every search index has to find, and for whom. */
export function searchIndexContract(name: string, open: OpenIndex): void {
  const withIndex = indexFixture(open);

  describe(`search index contract: ${name}`, () => {
    test(
      'a passage is found by its Chinese words, English words, units and codes',
      withIndex(async (index) => {
        const seal = passage('m', '1', '机械密封泄漏时更换 O 形圈');
        const bolt = passage('m', '2', 'Tighten the coupling bolts to 45 N·m', { language: 'en' });
        const alarm = passage('m', '3', '报警 E-2041：冷却水温度 ≥ 75 ℃', { exact: ['E2041'] });
        await index.replace(unitOf('m'), 1, stream([seal, bolt, alarm]));
        expect(await find(index, { tokens: analyse('密封为什么泄漏') })).toEqual([seal.id]);
        expect(await find(index, { tokens: analyse('tightening of a bolt') })).toEqual([bolt.id]);
        expect(await find(index, { tokens: analyse('45 N·m') })).toEqual([bolt.id]);
        expect(await find(index, { tokens: analyse('75℃') })).toEqual([alarm.id]);
        expect(await find(index, { exact: ['E2041'] })).toEqual([alarm.id]);
        expect(await find(index, { exact: ['E2042'], tokens: ['nowhere'] })).toEqual([]);
        expect(await find(index, {})).toEqual([]);
      }),
    );

    test(
      'tokens with any mark in them are found whole and never read as a query',
      withIndex(async (index) => {
        const odd = ['a"b', "o'ring", 'n·m', 'm^3/h', '50%', 'not', 'or', 'near(x', 'c++', 'tokens:x', '*', '-x', '°c'];
        const passages = odd.map((token, at) => passage('m', String(at), '', { tokens: [token, 'filler'] }));
        await index.replace(unitOf('m'), 1, stream(passages));
        for (const [at, token] of odd.entries()) expect(await find(index, { tokens: [token] }), token).toContain(passages[at]?.id);
        expect(await find(index, { tokens: ['not'] })).toEqual([passages[odd.indexOf('not')]?.id]);
      }),
    );

    test(
      'exact matches are ordered by how many identifiers they hold, then by id',
      withIndex(async (index) => {
        const one = passage('m', '1', '', { exact: ['P101A'] });
        const other = passage('m', '2', '', { exact: ['P101A', 'P101B'] });
        const third = passage('m', '3', '', { exact: ['P101A'] });
        await index.replace(unitOf('m'), 1, stream([one, other, third]));
        expect(await find(index, { exact: ['P101A', 'P101B'] })).toEqual([other.id, ...ids([one, third])]);
        expect(await find(index, { exact: ['P101A', 'P101B'], n: 1 })).toEqual([other.id]);
      }),
    );

    test(
      'what a reader may not read is left out before the ranking is cut',
      withIndex(async (index) => {
        const next = makeNumbers(5);
        const vector = unitVector(next);
        const hidden = Array.from({ length: 60 }, (_, at) =>
          passage('secret', String(at), '轴承 轴承 轴承 P-101A', { labelSet: SECRET, exact: ['P101A'], vector }),
        );
        const open = passage('open', 'x', '轴承的温度和振动由传感器监测 P-101A', { exact: ['P101A'], vector: unitVector(next) });
        await index.replace(unitOf('secret'), 1, stream(hidden));
        await index.replace(unitOf('open'), 1, stream([open]));
        for (const access of [
          { ...ALL, grants: [OPEN] as LabelSetId[] },
          { ...ALL, hidden: [version('secret')] },
        ]) {
          expect(await find(index, { tokens: ['轴承'], n: 5 }, access)).toEqual([open.id]);
          expect(await find(index, { exact: ['P101A'], n: 5 }, access)).toEqual([open.id]);
          expect(await find(index, { vector, n: 5 }, access)).toEqual([open.id]);
          expect([...(await index.cosines(access, vector, ids([...hidden, open]), signal())).keys()]).toEqual([open.id]);
        }
        expect(await find(index, { tokens: ['轴承'], vector }, { ...ALL, grants: [] })).toEqual([]);
      }),
    );

    test(
      'a scope narrows every way of asking; an empty list lets nothing through',
      withIndex(async (index) => {
        const next = makeNumbers(11);
        const [p101, p102] = [keyOf('P101A'), keyOf('P102A')];
        const zh = passage('a', '1', '泵 pump', { exact: ['X1'], scope: [p101], vector: unitVector(next) });
        const en = passage('b', '2', '泵 pump', {
          exact: ['X1'],
          scope: [p101, p102],
          vector: unitVector(next),
          language: 'en',
          kind: 'step',
        });
        await index.replace(unitOf('a'), 1, stream([zh]));
        await index.replace(unitOf('b'), 1, stream([en]));
        const vector = unitVector(next);
        for (const ask of [{ tokens: ['泵'] }, { exact: ['X1'] }, { vector }]) {
          expect(sorted(await find(index, ask))).toEqual(ids([zh, en]));
          expect(await find(index, { ...ask, where: { languages: ['en'] } })).toEqual([en.id]);
          expect(await find(index, { ...ask, where: { versions: [version('a')] } })).toEqual([zh.id]);
          expect(await find(index, { ...ask, where: { documents: [zh.documentId] } })).toEqual([zh.id]);
          expect(await find(index, { ...ask, where: { kinds: ['step', 'warning'] } })).toEqual([en.id]);
          expect(await find(index, { ...ask, where: { scopeKeys: [p102] } })).toEqual([en.id]);
          expect(sorted(await find(index, { ...ask, where: { scopeKeys: [p101] } }))).toEqual(ids([zh, en]));
          expect(await find(index, { ...ask, where: { languages: [] } })).toEqual([]);
        }
      }),
    );

    test(
      'the nearest vectors are found in order of cosine, ties by id',
      withIndex(async (index) => {
        const next = makeNumbers(3);
        const units = ['v0', 'v1', 'v2', 'v3', 'v4'];
        const passages = Array.from({ length: 1500 }, (_, at) =>
          passage(`v${at % 5}`, String(at), '', at % 50 === 0 ? {} : { vector: vectorAbout(at % 40, next) }),
        );
        for (const unit of units) await index.replace(unitOf(unit), 1, stream(passages.filter((one) => one.versionId === version(unit))));
        const exactly = (vector: Float32Array, among: readonly IndexedPassage[]) =>
          among
            .flatMap((one) => (one.vector === undefined ? [] : [{ id: one.id, score: dot(vector, one.vector) }]))
            .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
            .slice(0, 10)
            .map(({ id }) => id);
        let found = 0;
        for (let round = 0; round < 20; round++) {
          const vector = vectorAbout(round, next);
          const near = await find(index, { vector, n: 10 });
          found += exactly(vector, passages).filter((id) => near.includes(id)).length;
          const few = passages.filter((one) => one.versionId === version('v0'));
          expect(await find(index, { vector, n: 10, where: { versions: [version('v0')] } })).toEqual(exactly(vector, few));
        }
        expect(found / 200).toBeGreaterThanOrEqual(0.99);
        expect(await find(index, { vector: new Float32Array(DIMENSION) })).toEqual([]);
      }),
    );

    test(
      'candidates by words are the exact best ones in order, also after half of the passages were deleted',
      withIndex(async (index) => {
        const exact = openMemorySearchIndex();
        const corpus = makeCorpus(1200);
        for (const [unit, passages] of corpus) {
          await index.replace(unitOf(unit), 1, stream(passages));
          await exact.replace(unitOf(unit), 1, stream(passages));
        }
        const next = makeNumbers(17);
        const compare = async () => {
          for (let round = 0; round < 60; round++) {
            const tokens = Array.from({ length: 3 }, () => wordAt(next()));
            const top = await find(exact, { tokens, n: 20 });
            expect(top.length).toBeGreaterThan(0);
            expect(await find(index, { tokens, n: 20 })).toEqual(top);
          }
        };
        await compare();
        for (const [at, unit] of [...corpus.keys()].entries()) {
          if (at % 2 === 0) continue;
          await index.drop(unitOf(unit), 2);
          await exact.drop(unitOf(unit), 2);
        }
        await compare();
      }),
    );

    test(
      'hidden passages change nothing, however many there are and however well they match',
      withIndex(async (index) => {
        const next = makeNumbers(29);
        const about = (unit: string, count: number, labelSet: LabelSetId) =>
          Array.from({ length: count }, (_, at) =>
            passage(unit, String(at), '', {
              labelSet,
              tokens: Array.from({ length: 4 + Math.floor(20 * next()) }, () => wordAt(next() / 8)),
              exact: [`X${at % 3}`],
              vector: vectorAbout(at % 4, next),
            }),
          );
        const readable = about('open', 120, OPEN);
        const vector = vectorAbout(1, next);
        const readOnly = { ...ALL, grants: [OPEN] };
        const seen = async () => {
          const answers = [];
          for (const n of [1, 7, 40]) {
            answers.push(await find(index, { tokens: [wordAt(0), wordAt(0.1)], n }, readOnly));
            answers.push(await find(index, { exact: ['X1', 'X2'], n }, readOnly));
            answers.push(await find(index, { vector, n }, readOnly));
          }
          return answers;
        };
        await index.replace(unitOf('open'), 1, stream(readable));
        const alone = await seen();
        await index.replace(unitOf('secret'), 1, stream(about('secret', 900, SECRET)));
        expect(await seen()).toEqual(alone);
      }),
    );

    test(
      'a cancelled read stops',
      withIndex(async (index) => {
        const stop = AbortSignal.abort(new Error('too late'));
        await expect(index.candidates(ALL, { words: weighed(['泵']), n: 5 }, stop)).rejects.toThrow('too late');
      }),
    );
  });
}
