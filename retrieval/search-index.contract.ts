import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Access,
  compareText,
  hashParts,
  type KeyId,
  type LabelSetId,
  makeDocumentId,
  makeKeyId,
  makeLabelSetId,
  type PassageId,
  parsePassageId,
  parseTenantId,
  parseVersionId,
  type TenantId,
  type Unit,
  type VersionId,
} from '../kernel/index.ts';
import { openMemorySearchIndex } from './adapters/memory/memory-search-index.ts';
import { analyse } from './analyse.ts';
import type { WeighedWords } from './bm25.ts';
import { dot } from './dot.ts';
import type { CandidateQuery, IndexedPassage, IndexIdentity, SearchIndex } from './search-index.ts';

const TENANT = parseTenantId('plant') as TenantId;
const OPEN = makeLabelSetId(TENANT, ['open']);
const SECRET = makeLabelSetId(TENANT, ['secret']);
const ALL: Access = { tenant: TENANT, grants: [OPEN, SECRET], hidden: [] };
const NO_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const DIMENSION = 192;

/** The identity that the contract's vectors fit; adapters are opened with it. */
export const CONTRACT_IDENTITY: IndexIdentity = {
  analyser: 'contract',
  model: 'contract',
  dimension: DIMENSION,
  centre: Float32Array.from({ length: DIMENSION }, (_, index) => (index % 3 === 0 ? 0.08 : 0)),
};

const version = (name: string): VersionId => parseVersionId(`ver_${hashParts([name])}`) as VersionId;
const unitOf = (name: string): Unit => ({ kind: 'version', id: version(name) });
const keyOf = (name: string): KeyId => makeKeyId(TENANT, 'FunctionalLocation', 'tag', 'site', name);

function passage(versionName: string, name: string, text: string, overrides: Partial<IndexedPassage> = {}): IndexedPassage {
  return {
    id: parsePassageId(`psg_${hashParts([versionName, name])}`) as PassageId,
    versionId: version(versionName),
    documentId: makeDocumentId(TENANT, versionName),
    labelSet: OPEN,
    language: 'zh',
    kind: 'paragraph',
    tokens: analyse(text),
    exact: [],
    scope: [],
    ...overrides,
  };
}

async function* stream(passages: readonly IndexedPassage[]): AsyncGenerator<IndexedPassage> {
  yield* passages;
}

/** Numbers in [0, 1) that are the same on every run (Park and Miller's generator). */
function makeNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function unitVector(next: () => number, offset = 0): Float32Array {
  return toUnitLength(Float32Array.from({ length: DIMENSION }, (_, index) => next() - 0.5 + (index % 3 === 0 ? offset : 0)));
}

/** Vectors as texts have them: a subject's own direction and some noise. */
function vectorAbout(subject: number, next: () => number): Float32Array {
  const own = unitVector(makeNumbers(1000 + 7919 * subject), 0.3);
  const noise = unitVector(next);
  return toUnitLength(own.map((value, index) => value + 0.7 * (noise[index] ?? 0)));
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Words of which the first tells most. */
function weighed(tokens: readonly string[]): WeighedWords {
  return { gains: new Map(tokens.map((token, at) => [token, 1 + 1 / (1 + at)])), averageLength: 22 };
}

const signal = () => new AbortController().signal;
const ids = (passages: readonly IndexedPassage[]) => passages.map(({ id }) => id).sort(compareText);

/** What every search index has to do; `open` gives an empty index of `CONTRACT_IDENTITY`, `close` gives it back. */
export function searchIndexContract(name: string, open: () => { index: SearchIndex; close: () => void }): void {
  const withIndex = (body: (index: SearchIndex) => Promise<void>) => async () => {
    const { index, close } = open();
    try {
      await body(index);
    } finally {
      close();
    }
  };
  const find = (
    index: SearchIndex,
    asked: Omit<CandidateQuery, 'n' | 'words'> & { n?: number; tokens?: readonly string[] },
    access = ALL,
  ) => {
    const { tokens, ...query } = asked;
    return index.candidates(access, { n: 50, ...query, ...(tokens === undefined ? {} : { words: weighed(tokens) }) }, signal());
  };

  describe(`search index contract: ${name}`, () => {
    test(
      'names every unit that it ever held with its generation, and has a higher revision after each change',
      withIndex(async (index) => {
        const held = async () => {
          const found = [];
          for await (const one of index.held()) found.push(one);
          return found;
        };
        expect(await held()).toEqual([]);
        const before = await index.revision();
        await index.replace(unitOf('b'), 2, stream([passage('b', 'one', '轴承过热')]));
        await index.replace(unitOf('a'), 7, stream([passage('a', 'one', 'bearing overheats')]));
        const filled = await index.revision();
        await index.drop(unitOf('b'), 3);
        const expected = [
          { unit: unitOf('a'), generation: 7 },
          { unit: unitOf('b'), generation: 3 },
        ].sort((left, right) => (left.unit.id < right.unit.id ? -1 : 1));
        expect(await held()).toEqual(expected);
        expect(filled).toBeGreaterThan(before);
        expect(await index.revision()).toBeGreaterThan(filled);
      }),
    );

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
          expect(ids2(await find(index, ask))).toEqual(ids([zh, en]));
          expect(await find(index, { ...ask, where: { languages: ['en'] } })).toEqual([en.id]);
          expect(await find(index, { ...ask, where: { versions: [version('a')] } })).toEqual([zh.id]);
          expect(await find(index, { ...ask, where: { documents: [zh.documentId] } })).toEqual([zh.id]);
          expect(await find(index, { ...ask, where: { kinds: ['step', 'warning'] } })).toEqual([en.id]);
          expect(await find(index, { ...ask, where: { scopeKeys: [p102] } })).toEqual([en.id]);
          expect(ids2(await find(index, { ...ask, where: { scopeKeys: [p101] } }))).toEqual(ids([zh, en]));
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
          close();
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
        expect(ids2(await find(index, { tokens: ['泵体'], n: 1000 }))).toEqual(ids(whole.slice(100)));
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
              close();
            }
          }),
          { numRuns: 25 },
        );
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

const ids2 = (found: readonly PassageId[]) => [...found].sort(compareText);

/** A word of an invented plant's language; low places are common, as in real texts. */
function wordAt(place: number): string {
  const rank = Math.floor(400 * place * place);
  return rank % 2 === 0 ? `词${rank}` : `word${rank}`;
}

function makeCorpus(size: number): ReadonlyMap<string, readonly IndexedPassage[]> {
  const next = makeNumbers(7);
  const units = new Map<string, IndexedPassage[]>();
  for (let at = 0; at < size; at++) {
    const unit = `c${at % 12}`;
    const tokens = Array.from({ length: 5 + Math.floor(40 * next()) }, () => wordAt(next()));
    units.set(unit, [...(units.get(unit) ?? []), passage(unit, String(at), '', { tokens })]);
  }
  return units;
}
