import { type GraphStore, openMemoryGraphStore } from '../../graph/index.ts';
import {
  type Access,
  type DocumentRow,
  type Embedder,
  type Evidence,
  hashParts,
  type Key,
  type KeyClass,
  languageOf,
  makeDocumentId,
  makeFact,
  makeKeyId,
  makeLabelSetId,
  makePassageId,
  makeVersionId,
  type NodeKind,
  type Passage,
  type Predicate,
  parseTenantId,
  type StoredPassage,
  type TenantId,
  type VersionRow,
} from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { openMemorySearchIndex } from '../adapters/memory/memory-search-index.ts';
import { embeddingText, indexPassage, passageTokens } from '../index-passage.ts';
import type { RecallDependencies } from '../recall/recall-query.ts';
import type { SearchIndex } from '../search-index.ts';
import { type MemoryKeys, readMemoryKeys } from './memory-keys.ts';
import { readMemoryPassages } from './memory-passages.ts';

const GRAMMAR = siteGrammar([]);

const TENANT = parseTenantId('plant') as TenantId;
const OPEN = makeLabelSetId(TENANT, ['open']);
/** Names the keys of the plant. */
export const REGISTER = makeVersionId(makeDocumentId(TENANT, 'register'), hashParts(['register']));
export const EVERYTHING: Access = { tenant: TENANT, grants: [OPEN], hidden: [] };

export interface PassageDraft extends Partial<Pick<Passage, 'kind' | 'headings' | 'cells' | 'marker' | 'scope'>> {
  readonly text: string;
}

/** A small plant in memory: documents written line by line, keys and facts, and readers over them as the ledger gives them. */
export interface MemoryPlant extends Omit<RecallDependencies, 'embedder'> {
  /** Passages in reading order; a text alone is a paragraph. `age` above 0 is a replaced revision. */
  addDocument(title: string, drafts: readonly (string | PassageDraft)[], age?: number): Promise<readonly StoredPassage[]>;
  addKey(type: NodeKind, keyClass: KeyClass, text: string): Key;
  /** The two keys name one thing. */
  link(left: Key, right: Key): void;
  addFact(subject: Key, predicate: Predicate, object: Key, support: StoredPassage): Promise<void>;
}

export function makeMemoryPlant(
  embedder: Embedder,
  stores: { readonly index?: SearchIndex; readonly graph?: GraphStore } = {},
): MemoryPlant {
  const index = stores.index ?? openMemorySearchIndex();
  const graph = stores.graph ?? openMemoryGraphStore();
  const documents: { document: DocumentRow; version: VersionRow }[] = [];
  const stored: StoredPassage[] = [];
  const named: MemoryKeys['keys'][number][] = [];
  const links: MemoryKeys['links'][number][] = [];
  const facts: MemoryKeys['facts'][number][] = [];

  const passages = readMemoryPassages(() => ({ stored, documents }));
  const keys = readMemoryKeys(() => ({ keys: named, links, facts }));

  return {
    passages,
    keys,
    index,
    graph,
    grammar: GRAMMAR,

    async addDocument(title, drafts, age = 0) {
      const documentId = makeDocumentId(TENANT, title);
      const versionId = makeVersionId(documentId, hashParts([title]));
      const added = drafts.map((draft, order): StoredPassage => {
        const { text, kind = 'paragraph', headings = [], scope = [], ...rest } = typeof draft === 'string' ? { text: draft } : draft;
        const id = makePassageId(versionId, kind, String(order), text);
        const anchors = [{ kind: 'block', path: `block/${order}`, start: 0, end: text.length }] as const;
        const passage: Passage = {
          id,
          versionId,
          kind,
          text,
          headings,
          structure: {},
          scope,
          anchors,
          order,
          language: languageOf(text),
          ...rest,
        };
        return {
          passage,
          documentId,
          labelSet: OPEN,
          title,
          uri: title,
          authority: 'approved-manual',
          age,
          tokens: passageTokens(passage, GRAMMAR),
        };
      });
      const signal = new AbortController().signal;
      const vectors = await embedder.embed(
        added.map(({ passage }) => embeddingText(passage)),
        signal,
      );
      const indexed = added.map((one, at) => indexPassage(one.passage, one, one.tokens, vectors[at] ?? new Float32Array(0), GRAMMAR));
      await index.replace({ kind: 'version', id: versionId }, 1, each(indexed));
      stored.push(...added);
      const document: DocumentRow = { id: documentId, tenant: TENANT, uri: title, labelSet: OPEN, site: 'site' };
      const version: VersionRow = {
        id: versionId,
        documentId,
        sequence: 1,
        sha256: hashParts([title]),
        bytes: 1,
        fileName: title,
        title,
        authority: 'approved-manual',
        language: 'mixed',
        generation: 1,
        state: 'settled',
      };
      documents.push({ document, version });
      return added;
    },

    addKey(type, keyClass, text) {
      const folded = text.toLowerCase();
      const key: Key = {
        id: makeKeyId(TENANT, type, keyClass, 'site', folded),
        type,
        class: keyClass,
        site: 'site',
        folded,
        text,
        language: 'none',
      };
      named.push({ key, versionId: REGISTER, labelSet: OPEN });
      return key;
    },

    link(left, right) {
      links.push([left.id, right.id]);
    },

    async addFact(subject, predicate, object, support) {
      const fact = makeFact(subject.id, predicate, { kind: 'key', key: object.id }, []);
      const { id: passageId, versionId, text, anchors } = support.passage;
      const evidence: Evidence = {
        passageId,
        start: 0,
        end: text.length,
        quote: text,
        anchors,
        extractor: 'test',
        extractorVersion: '1',
        confidence: 1,
        status: 'stated',
      };
      facts.push({ fact, versionId, labelSet: OPEN, evidence });
      const ofVersion = facts.filter((one) => one.versionId === versionId);
      const edges = ofVersion.flatMap(({ fact: held }) =>
        held.object.kind === 'key'
          ? [{ fact: held.id, from: held.subject, to: held.object.key, predicate: held.predicate, versionId, labelSet: OPEN, n: 1 }]
          : [],
      );
      await graph.replace({ kind: 'version', id: versionId }, 1, each([{ kind: 'edges' as const, edges }]));
    },
  };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
