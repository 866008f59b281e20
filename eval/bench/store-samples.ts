import type { Edge, GraphBatch } from '../../graph/index.ts';
import {
  type Embedder,
  type FactId,
  type KeyId,
  type LabelSetId,
  makeDocumentId,
  makeLabelSetId,
  makePassageId,
  makeVersionId,
  type Passage,
  PREDICATES,
  sha256,
  type TagGrammar,
  type TenantId,
  type VersionId,
} from '../../kernel/index.ts';
import { embeddingText, type IndexedPassage, indexPassage, passageTokens } from '../../retrieval/index.ts';
import { CAUSES, REMEDIES, SYMPTOMS } from './bench-words.ts';
import { pick, type Random } from './make-corpus.ts';

export interface SampleVersion<Content> {
  readonly id: VersionId;
  readonly content: readonly Content[];
}

export function sampleLabels(tenant: TenantId): LabelSetId {
  return makeLabelSetId(tenant, []);
}

export function sampleKey(place: number): KeyId {
  return `key_${sha256(`key ${place}`).slice(0, 32)}` as KeyId;
}

/** Facts between `keys` keys, a third of them at hubs, evenly over the versions. */
export function sampleEdges(
  tenant: TenantId,
  size: { versions: number; keys: number; edges: number },
  random: Random,
): SampleVersion<Edge>[] {
  const labelSet = sampleLabels(tenant);
  const hubs = Math.max(1, Math.floor(size.keys / 500));
  const end = (): number => Math.floor(random() * (random() < 1 / 3 ? hubs : size.keys));
  return versionIds(tenant, size.versions).map((id, version) => ({
    id,
    content: Array.from({ length: Math.floor(size.edges / size.versions) }, (_, place): Edge => {
      const fact = `fct_${sha256(`fact ${version} ${place}`).slice(0, 32)}` as FactId;
      const [from, to] = [sampleKey(end()), sampleKey(end())];
      return { fact, from, to, predicate: pick(PREDICATES, random), versionId: id, labelSet, n: 1 + Math.floor(random() * 3) };
    }),
  }));
}

/** Passages in Chinese and English by turns, with the tokens and vectors that the program itself makes of them. */
export async function samplePassages(
  tenant: TenantId,
  size: { versions: number; passages: number },
  embedder: Embedder,
  grammar: TagGrammar,
  random: Random,
  signal: AbortSignal,
): Promise<SampleVersion<IndexedPassage>[]> {
  const owner = { documentId: makeDocumentId(tenant, 'bench'), labelSet: sampleLabels(tenant) };
  const versions: SampleVersion<IndexedPassage>[] = [];
  for (const id of versionIds(tenant, size.versions)) {
    const passages = Array.from({ length: Math.floor(size.passages / size.versions) }, (_, order) => passageOf(id, order, random));
    const vectors = await embedder.embed(passages.map(embeddingText), signal);
    const content = passages.map((passage, place) =>
      indexPassage(passage, owner, passageTokens(passage, grammar), vectors[place] ?? new Float32Array(embedder.dimension), grammar),
    );
    versions.push({ id, content });
  }
  return versions;
}

/** Words of one passage to another are searched for: what a caller may ask. */
export function sampleText(random: Random): string {
  const language = random() < 0.5 ? 'en' : 'zh';
  return [pick(SYMPTOMS, random), pick(CAUSES, random), pick(REMEDIES, random)]
    .map((words) => words[language])
    .join(language === 'en' ? '; ' : '，');
}

function passageOf(versionId: VersionId, order: number, random: Random): Passage {
  const text = `P-${1000 + Math.floor(random() * 500)} ${sampleText(random)} ${Math.floor(random() * 90)} bar`;
  return {
    id: makePassageId(versionId, 'paragraph', String(order), text),
    versionId,
    kind: 'paragraph',
    text,
    language: /\p{sc=Han}/u.test(text) ? 'zh' : 'en',
    headings: [],
    anchors: [{ kind: 'block', path: `p${order}`, start: 0, end: text.length }],
    order,
    structure: {},
    scope: [],
  };
}

function versionIds(tenant: TenantId, count: number): VersionId[] {
  return Array.from({ length: count }, (_, place) => makeVersionId(makeDocumentId(tenant, `bench ${place}`), sha256(String(place))));
}

export async function* edgeBatches(edges: readonly Edge[]): AsyncGenerator<GraphBatch> {
  yield { kind: 'edges', edges };
}

export async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
