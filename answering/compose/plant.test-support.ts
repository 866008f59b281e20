import {
  type Access,
  type Cell,
  COLUMN_ROLES,
  distinctTitles,
  type Field,
  type FileBeingRead,
  type Key,
  languageOf,
  makeDocumentId,
  makeKeyId,
  makeLabelSetId,
  makePassageId,
  makeVersionId,
  type NodeKind,
  type Recognition,
  type RecordRow,
  type ScopeName,
  type StoredPassage,
  sha256,
  type TenantId,
  type TypedRecord,
  type Value,
} from '../../kernel/index.ts';
import { scopeNames, siteGrammar } from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import { type MemoryKeys, readMemoryKeys } from '../../retrieval/test-support/memory-keys.ts';
import { type MemoryPassages, readMemoryPassages } from '../../retrieval/test-support/memory-passages.ts';
import type { Evidence } from '../dependencies.ts';
import { readMemoryRecords } from '../figures/memory-records.test-support.ts';
import { matchWords } from '../verify/match-words.ts';
import { type Line, layOut } from './lay-out.test-support.ts';

const TENANT = 'test' as TenantId;
const LABELS = makeLabelSetId(TENANT, []);
export const ACCESS: Access = { tenant: TENANT, grants: [LABELS], hidden: [] };
const GRAMMAR = siteGrammar([]);
const NOW = Date.UTC(2025, 5, 1);

export interface TestDocument {
  readonly title: string;
  /** Names the document; absent: its title does. */
  readonly uri?: string;
  /** Of its cover or register. */
  readonly stated?: readonly ScopeName[];
  readonly revision?: string;
  readonly effective?: number;
  readonly lines: readonly Line[];
  /** It is a scan, and these words of it were recognised unsurely. */
  readonly scanned?: { readonly unsure: readonly string[] };
}

/** Passages of documents written down in a test, in reading order. */
function storePassages(documents: readonly TestDocument[]): StoredPassage[] {
  const described = documents.map(({ uri, title, stated = [] }) => ({
    id: makeDocumentId(TENANT, uri ?? title),
    title,
    scopeNames:
      uri === undefined && stated.length === 0 ? [] : scopeNames({ uri: uri ?? '', fileName: uri?.split('/').at(-1) ?? '', title, stated }),
  }));
  const titleOf = distinctTitles(described);
  return documents.flatMap((document, place) => {
    const documentId = makeDocumentId(TENANT, document.uri ?? document.title);
    const versionId = makeVersionId(documentId, sha256(document.title));
    return layOut(document.lines).map((line, order): StoredPassage => {
      const text = line.row?.map(([, , words]) => words).join('\t') ?? line.text ?? '';
      const anchors = [{ kind: 'page', page: order + 1, boxes: [{ x0: 0, y0: 0, x1: 10, y1: 10 }] }] as const;
      return {
        passage: {
          id: makePassageId(versionId, line.kind, String(order), text),
          versionId,
          kind: line.kind,
          text,
          language: languageOf(text),
          headings: line.headings,
          anchors,
          order,
          ...(line.row === undefined ? {} : { cells: cellsOf(line.row) }),
          ...(line.marker === undefined ? {} : { marker: line.marker }),
          structure: line.structure,
          ...recognitionOf(document, text),
          scope: [],
        },
        documentId,
        labelSet: LABELS,
        title: titleOf({ id: documentId, title: document.title }),
        uri: document.uri ?? document.title,
        scopeNames: described[place]?.scopeNames ?? [],
        ...(document.revision === undefined ? {} : { revision: document.revision }),
        authority: 'approved-manual',
        ...(document.effective === undefined ? {} : { effective: document.effective }),
        age: 0,
        tokens: [],
      };
    });
  });
}

function recognitionOf({ scanned }: TestDocument, text: string): { readonly recognition?: Recognition } {
  if (scanned === undefined) return {};
  const unsure = scanned.unsure.flatMap((word) => {
    const start = text.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length, confidence: 0.2 }];
  });
  return { recognition: { method: 'ocr', engine: 'an engine 1', confidence: 0.93, unsure, repairs: [] } };
}

function cellsOf(row: NonNullable<Line['row']>): Cell[] {
  let at = 0;
  return row.map(([column, role, words]) => {
    const cell = { column, ...(role === undefined ? {} : { role }), start: at, end: at + words.length };
    at += words.length + 1;
    return cell;
  });
}

/** One work order or alarm of a test's log, quoted by a passage of its own. */
export interface TestRow {
  readonly kind: TypedRecord['kind'];
  readonly columns: Readonly<Partial<Record<Field, Value>>>;
}

export function storeRows(rows: readonly TestRow[]): { readonly passages: StoredPassage[]; readonly rows: RecordRow[] } {
  const passages = storePassages([
    {
      title: 'log.csv',
      lines: rows.map((row) => ({
        kind: 'log-entry',
        headings: [],
        row: Object.entries(row.columns).map(
          ([role, value]) => [role, COLUMN_ROLES.find((one) => one === role), value?.text ?? ''] as const,
        ),
      })),
    },
  ]);
  const records = rows.flatMap((row, ordinal): RecordRow[] => {
    const stored = passages[ordinal];
    if (stored === undefined) return [];
    const { versionId, id } = stored.passage;
    const record: TypedRecord = {
      versionId,
      ordinal,
      kind: row.kind,
      columns: row.columns,
      anchor: { kind: 'row', sheet: '', row: ordinal + 1 },
      passageId: id,
    };
    return [{ record, documentId: stored.documentId, versionId, site: 'main' }];
  });
  return { passages, rows: records };
}

/** Readers over passages and rows in memory; recall ranks by shared words, so that composers are tested without an index. */
export function evidenceOf(
  documents: readonly TestDocument[],
  logRows: readonly TestRow[] = [],
  unread: readonly FileBeingRead[] = [],
): Evidence {
  const log = storeRows(logRows);
  const passages = [...storePassages(documents), ...log.passages];
  const keys = keysOf(passages);
  return {
    passages: readMemoryPassages(() => ({ stored: passages, documents: documentsOf(passages) })),
    keys: readMemoryKeys(() => ({ keys, links: [], facts: [] })),
    records: readMemoryRecords({ labelSet: LABELS, rows: log.rows, beingRead: unread }),
    embedder: { model: 'none', dimension: 1, centre: new Float32Array(1), embed: async (texts) => texts.map(() => new Float32Array(1)) },
    clock: { now: () => NOW },
    grammar: GRAMMAR,
    find: async (_access, query) => {
      const asked = new Set(
        matchWords(`${query.text} ${query.expansions.join(' ')} ${query.identifiers.join(' ')}`).map((word) => word.text),
      );
      const parts = query.parts.map(({ where, n }) =>
        passages
          .filter(({ passage }) => where?.kinds?.includes(passage.kind) !== false)
          .filter(({ documentId }) => where?.documents?.includes(documentId) !== false)
          .map((stored) => ({ stored, score: scoreOf(stored, asked) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.stored.passage.order - b.stored.passage.order)
          .slice(0, n),
      );
      const said = new Set(passages.flatMap(({ passage }) => analyse([passage.text, ...passage.headings].join(' '), GRAMMAR)));
      const unspoken = analyse(query.text, GRAMMAR).filter((token) => !said.has(token));
      return { parts, unspoken, degraded: [] };
    },
  };
}

/** Each document with its one version. */
function documentsOf(passages: readonly StoredPassage[]): MemoryPassages['documents'] {
  const first = new Map(passages.map((stored) => [stored.documentId, stored]));
  return [...first.values()].map(({ documentId, title, authority, passage }) => ({
    document: { id: documentId, tenant: TENANT, uri: title, family: title, labelSet: LABELS, site: 'main' },
    version: {
      id: passage.versionId,
      documentId,
      sequence: 1,
      sha256: sha256(title),
      bytes: 1,
      fileName: title,
      title,
      authority,
      language: 'mixed',
      generation: 1,
      state: 'settled',
    },
  }));
}

function scoreOf({ passage, scopeNames: names = [] }: StoredPassage, asked: ReadonlySet<string>): number {
  return matchWords([...names.map(({ text }) => text), passage.text, ...passage.headings].join(' ')).filter((word) => asked.has(word.text))
    .length;
}

/** A key for each code; those of alarm-code cells are alarms. */
function keysOf(passages: readonly StoredPassage[]): MemoryKeys['keys'] {
  return passages.flatMap(({ passage, labelSet }) =>
    GRAMMAR.find([passage.text, ...passage.headings, ...(passage.cells ?? []).map((cell) => cell.column)].join('\n')).map(
      ({ identifier: { folded, text }, start }) => {
        const cell = passage.cells?.find((one) => one.start <= start && start < one.end);
        const type: NodeKind = cell?.role === 'alarm-code' ? 'AlarmCode' : cell?.role === 'part-number' ? 'Part' : 'FunctionalLocation';
        const keyClass = type === 'FunctionalLocation' ? 'tag' : 'code';
        const id = makeKeyId(TENANT, type, keyClass, 'main', folded);
        const key: Key = { id, type, class: keyClass, site: 'main', folded, text, language: 'none' };
        return { key, versionId: passage.versionId, labelSet };
      },
    ),
  );
}
