import {
  type Access,
  type Anchor,
  type Caller,
  compareText,
  type DocumentId,
  type Entity,
  type Field,
  type FileBeingRead,
  type Filter,
  type PassageId,
  RECORD_KINDS,
  type RecordKind,
  type StoredPassage,
  sha256,
  type VersionId,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type NamedEntity, nameEntity } from '../knowledge/named-entity.ts';
import { resolveEntities } from '../knowledge/resolve-entities.ts';
import { readerAccess } from '../reader-access.ts';

/** Cells that name a thing by its code. */
const NAMED_IN: readonly Field[] = ['asset', 'alarm-code', 'part-number'];
/** Rows that happened on a day; an FMEA tells of what might. */
const HAPPENED: readonly RecordKind[] = RECORD_KINDS.filter((kind) => kind !== 'fmea-row');
/** Names that rows are looked for by. */
const MOST_NAMES = 1_000;

export interface TimelineRequest {
  /** A key or entity id, or a whole tag, code or name. */
  readonly of: string;
  readonly offset: number;
  /** Entries at most, from 1. */
  readonly limit: number;
}

export interface TimelineEntry {
  /** Of a row what kind of row it is. */
  readonly kind: RecordKind | 'document';
  /** Milliseconds since 1970, UTC: the date of a row, or from when a revision is in effect; absent where a document gives none. */
  readonly at?: number;
  readonly documentId: DocumentId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Another revision has replaced this one. */
  readonly superseded: boolean;
  readonly passageId: PassageId;
  readonly start: number;
  readonly end: number;
  /** The row, or the first passage of the document that says something of the thing. */
  readonly quote: string;
  readonly anchors: readonly Anchor[];
}

export interface Timeline {
  readonly of: readonly NamedEntity[];
  /** Newest first; documents without a date last. */
  readonly entries: readonly TimelineEntry[];
  /** How many there are in all. */
  readonly matched: number;
  /** Logs that were being read: their rows are on no page. */
  readonly beingRead: readonly FileBeingRead[];
}

/**
 * What happened to a thing and what was written of it, by date: orders, alarms and other rows that name it, and each revision of a
 * document that says something of it. @throws FaultlineError `not-found`.
 */
export async function getTimeline(
  application: Application,
  caller: Caller,
  { of, offset, limit }: TimelineRequest,
  signal: AbortSignal,
): Promise<Timeline> {
  const { ledger } = application;
  const access = await readerAccess(application, caller);
  const found = await resolveEntities(ledger.keys, access, of);
  const beingRead = await ledger.records.beingRead(access);
  const documents = await documentsNaming(application, access, found);
  const where = rowsNaming(found);
  let matched = documents.length;
  const dated: Dated[] = documents.map(({ passage, effective }) => ({
    kind: 'document',
    passage: passage.id,
    ...(effective === undefined ? {} : { at: effective }),
  }));
  for (const from of HAPPENED) {
    const count = await ledger.records.count(access, { from, where }, signal);
    matched += count;
    if (count === 0) continue;
    const rows = await ledger.records.rows(access, { from, where, offset: 0, limit: offset + limit }, signal);
    for (const { record } of rows) {
      const { date } = record.columns;
      if (date?.kind === 'date') dated.push({ kind: from, at: date.time, passage: record.passageId });
    }
  }
  const page = dated.sort(newestFirst).slice(offset, offset + limit);
  const passages = await ledger.passages.get(
    access,
    page.map(({ passage }) => passage),
  );
  const storedOf = new Map(passages.map((stored) => [stored.passage.id, stored]));
  noteAudit(application, caller, 'graph-explored', sha256(of), { entities: found.map(({ id }) => id), timeline: matched, offset });
  return {
    of: found.map(nameEntity),
    entries: page.flatMap(({ kind, at, passage }) => {
      const stored = storedOf.get(passage);
      return stored === undefined ? [] : [{ kind, ...(at === undefined ? {} : { at }), ...cited(stored) }];
    }),
    matched,
    beingRead,
  };
}

async function documentsNaming({ ledger }: Application, access: Access, entities: readonly Entity[]): Promise<readonly StoredPassage[]> {
  const keys = entities.flatMap((entity) => entity.keys.map(({ id }) => id));
  const places = await ledger.documents.naming(access, keys);
  const stretches = places.map(({ version, order }) => ({ version, from: order, to: order }));
  return (await ledger.passages.ranges(access, stretches)).flat();
}

/** Rows with a date that name one of these in a cell, each once whatever logs it stands in. */
function rowsNaming(entities: readonly Entity[]): Filter {
  const names = [...new Set(entities.flatMap(({ keys }) => keys.map(({ text }) => text)))].sort(compareText).slice(0, MOST_NAMES);
  return {
    kind: 'all',
    filters: [
      { kind: 'compare', field: 'date', operator: '>=', value: Number.MIN_SAFE_INTEGER },
      { kind: 'unrepeated' },
      { kind: 'any', filters: NAMED_IN.map((field) => ({ kind: 'in', field, values: names })) },
    ],
  };
}

interface Dated {
  readonly kind: TimelineEntry['kind'];
  readonly at?: number;
  readonly passage: PassageId;
}

function newestFirst(left: Dated, right: Dated): number {
  const [a, b] = [left.at ?? Number.NEGATIVE_INFINITY, right.at ?? Number.NEGATIVE_INFINITY];
  if (a !== b) return a > b ? -1 : 1;
  return compareText(left.kind, right.kind) || compareText(left.passage, right.passage);
}

function cited({ passage, documentId, title, documentNumber, revision, age }: StoredPassage): Omit<TimelineEntry, 'kind' | 'at'> {
  return {
    documentId,
    versionId: passage.versionId,
    title,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    superseded: age > 0,
    passageId: passage.id,
    start: 0,
    end: passage.text.length,
    quote: passage.text,
    anchors: passage.anchors,
  };
}
