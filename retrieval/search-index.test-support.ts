import { compareText, hashParts, type KeyId, makeDocumentId, makeKeyId, type PassageId, parsePassageId } from '../kernel/index.ts';
import { ALL, OPEN, signal, TENANT, version } from '../kernel/ports/projection.test-support.ts';
import { siteGrammar } from '../ontology/index.ts';
import { analyse as analyseBy } from './analyse.ts';
import type { WeighedWords } from './bm25.ts';
import type { CandidateQuery, IndexedPassage, IndexIdentity, SearchIndex } from './search-index.ts';

const analyse = (text: string) => analyseBy(text, siteGrammar([]));

export const DIMENSION = 192;

/** The identity that the contract's vectors fit; adapters are opened with it. */
export const CONTRACT_IDENTITY: IndexIdentity = contractIdentity(DIMENSION);

/** The same for vectors of another length. */
export function contractIdentity(dimension: number): IndexIdentity {
  const centre = Float32Array.from({ length: dimension }, (_, index) => (index % 3 === 0 ? 0.08 : 0));
  return { analyser: 'contract', model: 'contract', dimension, centre };
}

export const keyOf = (name: string): KeyId => makeKeyId(TENANT, 'FunctionalLocation', 'tag', 'site', name);

export function passage(versionName: string, name: string, text: string, overrides: Partial<IndexedPassage> = {}): IndexedPassage {
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

export async function* stream(passages: readonly IndexedPassage[]): AsyncGenerator<IndexedPassage> {
  yield* passages;
}

/** Numbers in [0, 1) that are the same on every run (Park and Miller's generator). */
export function makeNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function unitVector(next: () => number, offset = 0, dimension = DIMENSION): Float32Array {
  return toUnitLength(Float32Array.from({ length: dimension }, (_, index) => next() - 0.5 + (index % 3 === 0 ? offset : 0)));
}

/** Vectors as texts have them: a subject's own direction and some noise. */
export function vectorAbout(subject: number, next: () => number): Float32Array {
  const own = unitVector(makeNumbers(1000 + 7919 * subject), 0.3);
  const noise = unitVector(next);
  return toUnitLength(own.map((value, index) => value + 0.7 * (noise[index] ?? 0)));
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Words of which the first tells most. */
export function weighed(tokens: readonly string[]): WeighedWords {
  return { gains: new Map(tokens.map((token, at) => [token, 1 + 1 / (1 + at)])), averageLength: 22 };
}

export const ids = (passages: readonly IndexedPassage[]) => passages.map(({ id }) => id).sort(compareText);

export const sorted = (found: readonly PassageId[]) => [...found].sort(compareText);

/** A word of an invented plant's language; low places are common, as in real texts. */
export function wordAt(place: number): string {
  const rank = Math.floor(400 * place * place);
  return rank % 2 === 0 ? `词${rank}` : `word${rank}`;
}

export function makeCorpus(size: number): ReadonlyMap<string, readonly IndexedPassage[]> {
  const next = makeNumbers(7);
  const units = new Map<string, IndexedPassage[]>();
  for (let at = 0; at < size; at++) {
    const unit = `c${at % 12}`;
    const tokens = Array.from({ length: 5 + Math.floor(40 * next()) }, () => wordAt(next()));
    units.set(unit, [...(units.get(unit) ?? []), passage(unit, String(at), '', { tokens })]);
  }
  return units;
}

export type OpenIndex = () => { readonly index: SearchIndex; readonly close: () => void | Promise<void> };

/** Runs a case on an empty index of its own. */
export function indexFixture(open: OpenIndex) {
  return (body: (index: SearchIndex) => Promise<void>) => async () => {
    const { index, close } = open();
    try {
      await body(index);
    } finally {
      await close();
    }
  };
}

/** Ids found for plain words and whatever else is asked. */
export function find(
  index: SearchIndex,
  asked: Omit<CandidateQuery, 'n' | 'words'> & { n?: number; tokens?: readonly string[] },
  access = ALL,
): Promise<readonly PassageId[]> {
  const { tokens, ...query } = asked;
  return index.candidates(access, { n: 50, ...query, ...(tokens === undefined ? {} : { words: weighed(tokens) }) }, signal());
}
