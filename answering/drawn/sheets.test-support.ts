import {
  type Access,
  type DrawnRelation,
  languageOf,
  makeDocumentId,
  makeLabelSetId,
  makePassageId,
  makeVersionId,
  type Passage,
  type StoredPassage,
  sha256,
  type TenantId,
} from '../../kernel/index.ts';
import { extractChunk, siteGrammar } from '../../ontology/index.ts';
import { readMemoryKeys } from '../../retrieval/test-support/memory-keys.ts';
import { readMemoryPassages } from '../../retrieval/test-support/memory-passages.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import type { Question } from '../question/question.ts';

const TENANT = 'test' as TenantId;
const LABELS = makeLabelSetId(TENANT, []);
const GRAMMAR = siteGrammar([]);
export const ACCESS: Access = { tenant: TENANT, grants: [LABELS], hidden: [] };

const MIRROR: Readonly<Partial<Record<DrawnRelation['kind'], DrawnRelation['kind']>>> = {
  feeds: 'fed-by',
  'fed-by': 'feeds',
  joins: 'joins',
  measures: 'measured-by',
  controls: 'controlled-by',
};

/** `P-1 feeds V-2 over L-1`, `FIC-1 controls FV-1`, `E-1 feeds [A] over L-1` for the way to another sheet; both ends say it. */
export type Drawn = readonly [from: string, kind: DrawnRelation['kind'], to: string, line?: string];
export type TestSheet = readonly Drawn[];

/** Sheets as they are kept, each a document of its own, with the facts that stand on them. */
export function sheetsOf(...sheets: readonly TestSheet[]) {
  const stored = sheets.flatMap((drawn, at) => labelsOf(drawn, `sheet ${at + 1}`, 'ABC'[at] ?? ''));
  const said = stored.map(extracted);
  const evidence = {
    grammar: GRAMMAR,
    passages: readMemoryPassages(() => ({ stored, documents: [] })),
    keys: readMemoryKeys(() => ({ keys: said.flatMap(({ keys }) => keys), links: [], facts: said.flatMap(({ facts }) => facts) })),
  };
  const ask = (text: string): Promise<Question> =>
    analyseQuestion(text, { keys: evidence.keys, access: ACCESS, grammar: GRAMMAR, now: Date.UTC(2026, 0, 1) });
  return { stored, evidence, ask };
}

function labelsOf(drawn: TestSheet, title: string, revision: string): StoredPassage[] {
  const documentId = makeDocumentId(TENANT, title);
  const versionId = makeVersionId(documentId, sha256(title));
  const relations = new Map<string, DrawnRelation[]>();
  const add = (relation: DrawnRelation): void => void relations.set(relation.own, [...(relations.get(relation.own) ?? []), relation]);
  for (const [from, kind, to, line] of drawn) {
    const shared = { confidence: 0.9, ...(line === undefined ? {} : { line }) };
    const connector = /^\[(?<letter>.+)\]$/u.exec(to)?.groups?.letter;
    const otherIs = connector !== undefined ? 'connector' : kind === 'in-loop' ? 'loop' : to.includes('"') ? 'line' : 'tag';
    add({ kind, own: from, other: connector ?? to, otherIs, ...shared });
    const back = MIRROR[kind];
    if (back !== undefined && connector === undefined) add({ kind: back, own: to, other: from, otherIs: 'tag', ...shared });
  }
  return [...relations].map(([text, own], order) => {
    const passage: Passage = {
      id: makePassageId(versionId, 'drawing-label', String(order), text),
      versionId,
      kind: 'drawing-label',
      text,
      language: languageOf(text),
      headings: [],
      structure: { drawn: own },
      anchors: [{ kind: 'drawing', layout: 'Model', entity: String(order), box: { x0: 20 * order, y0: 0, x1: 20 * order + 9, y1: 3 } }],
      order,
      scope: [],
    };
    return { passage, documentId, labelSet: LABELS, title, revision, uri: title, authority: 'approved-manual', age: 0, tokens: [] };
  });
}

function extracted(stored: StoredPassage) {
  const { versionId } = stored.passage;
  const output = extractChunk({
    tenant: TENANT,
    versionId,
    site: 'main',
    title: stored.title,
    passages: [stored.passage],
    records: [],
    carry: undefined,
    grammar: GRAMMAR,
  });
  return {
    keys: output.keys.map((key) => ({ key, versionId, labelSet: LABELS })),
    facts: output.facts.map(({ fact, evidence }) => ({ fact, evidence, versionId, labelSet: LABELS })),
  };
}
