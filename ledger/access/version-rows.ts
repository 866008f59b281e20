import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  type Access,
  type DocumentClaims,
  type DocumentId,
  type DocumentRow,
  FORMATS,
  type LabelSetId,
  OUTCOMES,
  VERSION_STATES,
  type VersionId,
  type VersionRow,
} from '../../kernel/index.ts';
import { beingRemoved } from '../connection/check-goes-on.ts';
import type { Reading } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import type { LedgerSchema, VersionTable } from '../connection/schema.ts';
import { reportShape } from '../rows/report-shape.ts';
import {
  authorityShape,
  claimsShape,
  documentIdShape,
  labelSetIdShape,
  languageShape,
  readJson,
  readShape,
  scopeNamesShape,
  tenantShape,
  versionIdShape,
} from '../rows/stored-shapes.ts';
import { readable } from './access.ts';
import { type PlacedRevision, placeRevisions } from './place-revisions.ts';

/** A document with one of its versions. */
export interface DocumentVersion {
  readonly document: DocumentRow;
  readonly version: VersionRow;
  /** What the version stands under: the labels of its document, or its own while no reader was shown it. */
  readonly labelSet: LabelSetId;
  /** Title that the sender gave, else the file's name: known before anything is read, so the same whenever it is asked for. */
  readonly givenTitle: string;
  /** What the sender said of it. */
  readonly claims: DocumentClaims;
}

export function readDocument(row: Selectable<LedgerSchema['document']>): DocumentRow {
  return {
    id: readShape(documentIdShape, row.id, 'document'),
    tenant: readShape(tenantShape, row.tenant, 'document'),
    uri: row.uri,
    labelSet: readShape(labelSetIdShape, row.label_set, 'document'),
    site: row.site,
  };
}

export function readVersion(row: Selectable<VersionTable>, generation: number): VersionRow {
  return {
    id: readShape(versionIdShape, row.id, 'version'),
    documentId: readShape(documentIdShape, row.document, 'version'),
    sequence: row.sequence,
    sha256: row.sha256,
    bytes: row.bytes,
    fileName: row.file_name,
    ...(row.format === null ? {} : { format: readShape(z.enum(FORMATS), row.format, 'version') }),
    title: row.title,
    ...scopeNamesOf(row),
    ...(row.document_number === null ? {} : { documentNumber: row.document_number }),
    ...(row.revision === null ? {} : { revision: row.revision }),
    ...(row.effective === null ? {} : { effective: row.effective }),
    authority: readShape(authorityShape, row.authority, 'version'),
    language: readShape(languageShape, row.language, 'version'),
    ...(row.pages === null ? {} : { pages: row.pages }),
    generation,
    ...(row.family === null ? {} : { family: row.family }),
    state: readShape(z.enum(VERSION_STATES), row.state, 'version'),
    ...(row.outcome === null ? {} : { outcome: readShape(z.enum(OUTCOMES), row.outcome, 'version') }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.report_json === null ? {} : { report: readJson(reportShape, row.report_json, 'quality report') }),
  };
}

/** What a version is about; empty where nothing says so. */
export function scopeNamesOf({ scope_names_json }: Pick<Selectable<VersionTable>, 'scope_names_json'>): Pick<VersionRow, 'scopeNames'> {
  const scopeNames = readJson(scopeNamesShape, scope_names_json, 'version');
  return scopeNames.length === 0 ? {} : { scopeNames };
}

/** The version with its document, whoever asks: for the ledger's own use. */
export async function findVersion(db: Reading, id: VersionId): Promise<DocumentVersion | undefined> {
  const version = await db.selectFrom('version').selectAll().where('id', '=', id).executeTakeFirst();
  if (version === undefined) return undefined;
  const document = await db.selectFrom('document').selectAll().where('id', '=', version.document).executeTakeFirst();
  const unit = await db.selectFrom('unit').select('generation').where('kind', '=', 'version').where('id', '=', id).executeTakeFirst();
  if (document === undefined) return undefined;
  const claims = readJson(claimsShape, version.claims_json, 'version');
  return {
    document: readDocument(document),
    version: readVersion(version, unit?.generation ?? 0),
    labelSet: readShape(labelSetIdShape, version.label_set, 'version'),
    givenTitle: claims.title ?? version.file_name,
    claims,
  };
}

/** @throws FaultlineError `busy` for a version that is gone. */
export async function requireVersion(db: Reading, id: VersionId): Promise<DocumentVersion> {
  const found = await findVersion(db, id);
  if (found === undefined) throw beingRemoved();
  return found;
}

/** All versions of some documents in order of arrival; with `grants` those under these labels. */
export async function versionsOf(
  db: Reading,
  dialect: LedgerDialect,
  documents: readonly DocumentId[],
  grants?: readonly LabelSetId[],
): Promise<readonly VersionRow[]> {
  let query = db
    .selectFrom('version')
    .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'version.id').on('unit.kind', '=', 'version'))
    .selectAll('version')
    .select('unit.generation')
    .where((row) => dialect.oneOf(row.ref('version.document'), documents))
    .orderBy('version.document')
    .orderBy('version.sequence');
  if (grants !== undefined) query = query.where((row) => dialect.oneOf(row.ref('version.label_set'), grants));
  return (await query.execute()).map((row) => readVersion(row, row.generation ?? 0));
}

/** The versions that are asked about: those of these documents and families. */
export interface AskedRevisions {
  readonly documents: readonly string[];
  readonly families: readonly string[];
}

/**
 * Place of readable versions among those that this reader may read, of which see `placeRevisions`; exact for those that are of both
 * a document and a family asked about. What the reader may not read does not count, so it cannot be noticed.
 */
export async function agesOf(
  db: Reading,
  dialect: LedgerDialect,
  access: Access,
  { documents, families }: AskedRevisions,
): Promise<ReadonlyMap<string, number>> {
  const revisions = () =>
    db
      .selectFrom('version')
      .select(['id', 'document', 'authority', 'effective', 'revision as label', 'sequence', 'family'])
      .where(readable(dialect, access));
  const rows = [
    ...(await revisions()
      .where((row) => dialect.oneOf(row.ref('document'), documents))
      .execute()),
    ...(families.length === 0
      ? []
      : await revisions()
          .where((row) => dialect.oneOfLong(row.ref('family'), families))
          .execute()),
  ];
  const known = new Map<string, PlacedRevision>();
  for (const { authority, effective, label, family, ...row } of rows) {
    known.set(row.id, {
      ...row,
      authority: readShape(authorityShape, authority, 'version'),
      effective: effective ?? undefined,
      label: label ?? undefined,
      family: family ?? undefined,
    });
  }
  return placeRevisions([...known.values()]);
}

/** What to ask `agesOf` for these versions. */
export function askedRevisions(rows: readonly { readonly document: string; readonly family: string | null }[]): AskedRevisions {
  return {
    documents: [...new Set(rows.map(({ document }) => document))],
    families: [...new Set(rows.flatMap(({ family }) => family ?? []))],
  };
}
