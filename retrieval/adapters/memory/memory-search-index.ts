import { type Access, compareText, type Digest, digestLines, type PassageId, type Unit } from '../../../kernel/index.ts';
import { scoreByWords } from '../../bm25.ts';
import { dot } from '../../dot.ts';
import { passageLine } from '../../passage-line.ts';
import type { IndexedPassage, Scope, SearchIndex } from '../../search-index.ts';

interface Holding {
  readonly unit: Unit;
  readonly generation: number;
  readonly passages: ReadonlyMap<PassageId, IndexedPassage>;
}

interface Scored {
  readonly id: PassageId;
  readonly score: number;
}

/** The port by plain loops: exact in every way asked, so the other adapters are measured against it. */
export function openMemorySearchIndex(): SearchIndex {
  const units = new Map<string, Holding>();
  let revision = 0;
  const isStale = (unit: Unit, generation: number) => (units.get(unit.id)?.generation ?? -1) > generation;
  const readable = (access: Access, where: Scope): IndexedPassage[] =>
    [...units.values()].flatMap((unit) =>
      [...unit.passages.values()].filter((passage) => isReadable(passage, access) && isWithin(passage, where)),
    );

  return {
    async replace(unit, generation, batches) {
      if (isStale(unit, generation)) return;
      const passages = new Map<PassageId, IndexedPassage>();
      for await (const passage of batches) passages.set(passage.id, passage);
      if (isStale(unit, generation)) return;
      units.set(unit.id, { unit, generation, passages });
      revision += 1;
    },

    async drop(unit, generation) {
      if (isStale(unit, generation)) return;
      units.set(unit.id, { unit, generation, passages: new Map() });
      revision += 1;
    },

    async flush() {},
    async *held() {
      yield* [...units.values()]
        .map(({ unit, generation }) => ({ unit, generation }))
        .sort((left, right) => compareText(left.unit.id, right.unit.id));
    },
    async examine() {
      return [];
    },
    async revision() {
      return revision;
    },
    async digest(unit): Promise<Digest> {
      return digestLines([...(units.get(unit.id)?.passages.values() ?? [])].map(passageLine).sort());
    },

    async candidates(access, query, signal) {
      signal.throwIfAborted();
      const passages = readable(access, query.where ?? {});
      const exact = best(passages, query.n, (passage) => passage.exact.filter((identifier) => query.exact?.includes(identifier)).length);
      const { words, vector } = query;
      const score = scoreByWords(words ?? { gains: new Map(), averageLength: 0 });
      const lexical = best(passages, query.n, (passage) => score(passage.tokens));
      const near =
        vector === undefined || isZero(vector)
          ? []
          : best(
              passages,
              query.n,
              (passage) => (passage.vector === undefined ? Number.NaN : dot(vector, passage.vector)),
              Number.NEGATIVE_INFINITY,
            );
      return [...new Set([...exact, ...lexical, ...near])];
    },

    async cosines(access, vector, ids, signal) {
      signal.throwIfAborted();
      const wanted = new Set<string>(ids);
      const found = new Map<PassageId, number>();
      for (const passage of readable(access, {})) {
        if (wanted.has(passage.id) && passage.vector !== undefined) found.set(passage.id, dot(vector, passage.vector));
      }
      return found;
    },
  };
}

/** Ids of the `n` highest scores above `floor`, ties by id; NaN is no score. */
function best(passages: readonly IndexedPassage[], n: number, scoreOf: (passage: IndexedPassage) => number, floor = 0): PassageId[] {
  const scored: Scored[] = [];
  for (const passage of passages) {
    const score = scoreOf(passage);
    if (score > floor) scored.push({ id: passage.id, score });
  }
  scored.sort((left, right) => right.score - left.score || compareText(left.id, right.id));
  return scored.slice(0, n).map(({ id }) => id);
}

function isReadable(passage: IndexedPassage, access: Access): boolean {
  return access.grants.includes(passage.labelSet) && !access.hidden.includes(passage.versionId);
}

function isWithin(passage: IndexedPassage, where: Scope): boolean {
  return (
    where.versions?.includes(passage.versionId) !== false &&
    where.documents?.includes(passage.documentId) !== false &&
    where.languages?.includes(passage.language) !== false &&
    where.kinds?.includes(passage.kind) !== false &&
    where.scopeKeys?.some((key) => passage.scope.includes(key)) !== false
  );
}

function isZero(vector: Float32Array): boolean {
  return vector.every((value) => value === 0);
}
