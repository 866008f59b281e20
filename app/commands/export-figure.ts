import {
  type Access,
  type Aggregate,
  type AggregateQuery,
  type Caller,
  COLUMN_ROLES,
  canonicalJson,
  compareText,
  csvComment,
  csvLine,
  FaultlineError,
  type Field,
  type FileBeingRead,
  type Json,
  type RecordRow,
  type StoredPassage,
  sha256,
  startRecordProof,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { readerAccess } from '../reader-access.ts';
import { rowsOfGroup } from './page-records.ts';

export interface ExportRequest {
  readonly query: AggregateQuery;
  /** One of `Aggregate.keys`; absent: the rows of all groups. */
  readonly group?: readonly (string | null)[];
}

const PROVENANCE = ['document', 'document number', 'revision', 'sheet', 'row', 'line', 'document id', 'passage id'] as const;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A figure with all of its rows as CSV, in pieces: comments with query, proof and figure, then a row each, in order of document and
 * place, with where it stands; last a comment with the number of rows, by which a file that broke off is told. Cells are as written
 * in the documents, but for an apostrophe before what a spreadsheet would run. The first piece comes after all rows were read once.
 * @throws FaultlineError `invalid-request` for a group of another query, `conflict` when the rows change meanwhile.
 */
export async function* exportFigure(
  application: Application,
  caller: Caller,
  { query: asked, group }: ExportRequest,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const access = await readerAccess(application, caller);
  const { records } = application.ledger;
  const query: AggregateQuery = group === undefined ? asked : { ...asked, where: rowsOfGroup(asked, group) };
  const beingRead = await records.beingRead(access);
  const figure = await records.aggregate(access, query, signal);
  const { matched, proof } = figure;
  noteAudit(application, caller, 'records-aggregated', sha256(canonicalJson(query as unknown as Json)), { matched, proof, exported: true });
  const fields = await fieldsOf(provenRows(application, access, query, figure, signal));
  yield BYTE_ORDER_MARK + comments(query, figure, beingRead).map(csvComment).join('');
  yield csvLine([...PROVENANCE, ...fields]);
  const sources = new Map<string, StoredPassage>();
  for await (const page of provenRows(application, access, query, figure, signal)) {
    const unknown = new Map(page.map(({ record }) => [record.versionId, record.passageId]));
    for (const version of sources.keys()) unknown.delete(version as RecordRow['versionId']);
    for (const stored of await application.ledger.passages.get(access, [...unknown.values()]))
      sources.set(stored.passage.versionId, stored);
    yield page.map((row) => rowLine(row, sources.get(row.versionId), fields)).join('');
  }
  yield csvComment(`rows: ${figure.matched}`);
}

/** All rows of a figure; ends in an error unless they are the ones that its proof names. */
async function* provenRows(
  application: Application,
  access: Access,
  query: AggregateQuery,
  figure: Aggregate,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordRow[], void, undefined> {
  const proof = startRecordProof(query);
  for await (const page of application.ledger.records.scan(access, query, signal)) {
    for (const { record } of page) proof.add(record.versionId, record.ordinal);
    yield page;
  }
  if (proof.end() !== figure.proof)
    throw new FaultlineError('conflict', 'The rows of this figure changed while it was exported; ask for it again.');
}

/** Every field that some row has: roles in their own order, then headers, then coded terms. */
async function fieldsOf(pages: AsyncIterable<readonly RecordRow[]>): Promise<readonly Field[]> {
  const found = new Set<Field>();
  for await (const page of pages) for (const { record } of page) for (const name of Object.keys(record.columns)) found.add(name as Field);
  const roles: readonly Field[] = COLUMN_ROLES.filter((role) => found.has(role));
  const others = [...found].filter((field) => !roles.includes(field));
  const rank = (field: Field) => (field.startsWith('x:') ? 0 : 1);
  return [...roles, ...others.sort((a, b) => rank(a) - rank(b) || compareText(a, b))];
}

function comments(query: AggregateQuery, figure: Aggregate, beingRead: readonly FileBeingRead[]): readonly string[] {
  const names = figure.columns.map(({ name, zone }) => (zone === undefined ? name : `${name} (${zone})`));
  return [
    `query: ${canonicalJson(query as unknown as Json)}`,
    `matched: ${figure.matched}`,
    `proof: ${figure.proof}`,
    ...beingRead.map(({ fileName, documentId }) => `being read, none of its rows is here: ${fileName} (${documentId})`),
    ...figure.columns.filter(({ nulls }) => nulls > 0).map(({ name, nulls }) => `empty ${name}: ${nulls}`),
    ...(figure.groups > figure.rows.length ? [`groups: ${figure.groups}, of which the first ${figure.rows.length} follow`] : []),
    ...figure.rows.map((row) => `figure: ${row.map((cell, index) => `${names[index]} = ${cell ?? '(empty)'}`).join('; ')}`),
  ];
}

function rowLine({ record, documentId }: RecordRow, source: StoredPassage | undefined, fields: readonly Field[]): string {
  const { sheet, row, line } = record.anchor;
  return csvLine([
    source?.title ?? null,
    source?.documentNumber ?? null,
    source?.revision ?? null,
    sheet === '' ? null : sheet,
    row,
    line ?? null,
    documentId,
    record.passageId,
    ...fields.map((field) => record.columns[field]?.text ?? null),
  ]);
}
