import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DocumentId, Passage, TenantId, TypedRecord, VersionId } from '../../kernel/index.ts';
import { recordAudit, SYSTEM_ACTOR } from '../audit/audit-event.ts';
import { BATCH_ROWS } from '../connection/batches.ts';
import type { Connections, Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { documentIdShape, readJson, readShape, tenantShape, versionIdShape } from '../rows/stored-shapes.ts';
import { parsedPassageRow, parsedRecordRow, passageLine, recordLine } from './row-lines.ts';
import { digestVersion, generationOf, type TakenDigest, type VersionDigest } from './version-digest.ts';

export const CONTENT_PARTS = ['passages', 'records', 'facts'] as const;
export type ContentPart = (typeof CONTENT_PARTS)[number];

/** A version that readers see and that is not what it was when it was shown to them. */
export interface DamagedVersion {
  readonly tenant: TenantId;
  readonly document: DocumentId;
  readonly version: VersionId;
  readonly title: string;
  readonly parts: readonly ContentPart[];
}

export interface ContentVerification {
  /** Versions that readers see and whose digest stands in the audit trail. */
  readonly checked: number;
  /** Versions without a digest, of a ledger of before: not covered, apart from the ids of their passages. */
  readonly uncovered: number;
  /** Ordered by version; at most 100. */
  readonly damaged: readonly DamagedVersion[];
}

/** Hex digests of what was parsed. */
type ParsedDigest = Pick<VersionDigest, 'passages' | 'records'>;

/** What is kept of documents, held against the digests that the audit trail has of it. */
export interface Content {
  /** Every version that readers see, read whole. */
  verify(signal: AbortSignal): Promise<ContentVerification>;
  /** One version that readers see; undefined when it is as it was shown, or is not seen. */
  check(version: VersionId, signal: AbortSignal): Promise<DamagedVersion | undefined>;
  /** Puts a digest into the trail for each version that has none and whose passages have their ids; gives how many. */
  cover(signal: AbortSignal): Promise<number>;
  /** Digests of passages and records as they stand, for comparing with `startParsedDigest` of a fresh reading. */
  parsed(version: VersionId, signal: AbortSignal): Promise<ParsedDigest>;
}

const DAMAGED_NAMED = 100;
const digestShape = z.object({ passages: z.string(), records: z.string(), facts: z.string() });

/** Takes a fresh reading chunk by chunk, in order, and gives digests that are comparable with those of a stored version. */
export function startParsedDigest() {
  const [ofPassages, ofRecords] = [createHash('sha256'), createHash('sha256')];
  return {
    add(passages: readonly Passage[], records: readonly TypedRecord[]): void {
      for (const passage of passages) ofPassages.update(`${passageLine(parsedPassageRow(passage))}\n`, 'utf8');
      for (const record of records) ofRecords.update(`${recordLine(parsedRecordRow(record))}\n`, 'utf8');
    },
    end: (): ParsedDigest => ({ passages: ofPassages.digest('hex'), records: ofRecords.digest('hex') }),
  };
}

/** Writes a digest into the trail within the commit that shows the version, or that covers it. */
export async function recordDigest(
  trx: Writing,
  dialect: LedgerDialect,
  owner: { readonly tenant: TenantId; readonly document: string; readonly version: VersionId },
  { passages, records, facts }: VersionDigest,
  now: number,
): Promise<void> {
  const { tenant, document, version } = owner;
  const detail = { document, passages, records, facts };
  await recordAudit(trx, dialect, { tenant, actor: SYSTEM_ACTOR, action: 'version-digested', subject: version, detail }, now);
}

export function makeContent(connections: Connections): Content {
  const { clock, dialect, reader, write } = connections;

  async function* visible() {
    for (let after = ''; ; ) {
      const rows = await reader
        .selectFrom('version')
        .select(['id', 'tenant', 'document', 'title'])
        .where('visible', '=', 1)
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH_ROWS)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      for (const row of rows) yield row;
      after = last.id;
    }
  }

  /** Compares one version; what changed while it was read is compared again. */
  async function compare(
    row: VisibleRow,
    signal: AbortSignal,
  ): Promise<{ readonly isCovered: boolean; readonly damaged?: DamagedVersion }> {
    const version = readShape(versionIdShape, row.id, 'version');
    for (;;) {
      const told = await lastDigest(reader, version);
      const found = await digestVersion(connections, version, { ids: told === undefined, signal });
      const isSeen = await reader.selectFrom('version').select('id').where('id', '=', version).where('visible', '=', 1).executeTakeFirst();
      if (isSeen === undefined) return { isCovered: told !== undefined };
      if (found.generation !== (await generationOf(connections, version))) continue;
      const parts = partsThatDiffer(told, found);
      if (parts.length === 0) return { isCovered: told !== undefined };
      const tenant = readShape(tenantShape, row.tenant, 'version');
      const document = readShape(documentIdShape, row.document, 'version');
      return { isCovered: told !== undefined, damaged: { tenant, document, version, title: row.title, parts } };
    }
  }

  return {
    async verify(signal) {
      const damaged: DamagedVersion[] = [];
      let [checked, uncovered] = [0, 0];
      for await (const row of visible()) {
        const found = await compare(row, signal);
        if (found.isCovered) checked += 1;
        else uncovered += 1;
        if (found.damaged !== undefined && damaged.length < DAMAGED_NAMED) damaged.push(found.damaged);
      }
      return { checked, uncovered, damaged };
    },

    async check(version, signal) {
      const row = await reader
        .selectFrom('version')
        .select(['id', 'tenant', 'document', 'title'])
        .where('id', '=', version)
        .where('visible', '=', 1)
        .executeTakeFirst();
      return row === undefined ? undefined : (await compare(row, signal)).damaged;
    },

    async cover(signal) {
      let covered = 0;
      for await (const row of visible()) {
        const version = readShape(versionIdShape, row.id, 'version');
        if ((await lastDigest(reader, version)) !== undefined) continue;
        const found = await digestVersion(connections, version, { ids: true, signal });
        if (found.changed > 0) continue;
        const owner = { tenant: readShape(tenantShape, row.tenant, 'version'), document: row.document, version };
        const isDone = await write(async (trx) => {
          const seen = await trx.selectFrom('version').select('id').where('id', '=', version).where('visible', '=', 1).executeTakeFirst();
          if (seen === undefined || found.generation !== (await generationOf({ reader: trx }, version))) return false;
          await recordDigest(trx, dialect, owner, found, clock.now());
          return true;
        });
        if (isDone) covered += 1;
      }
      return covered;
    },

    parsed: (version, signal) => digestVersion(connections, version, { signal }),
  };
}

interface VisibleRow {
  readonly id: string;
  readonly tenant: string;
  readonly document: string;
  readonly title: string;
}

function partsThatDiffer(told: VersionDigest | undefined, found: TakenDigest): readonly ContentPart[] {
  if (told === undefined) return found.changed > 0 ? ['passages'] : [];
  return CONTENT_PARTS.filter((part) => told[part] !== found[part]);
}

/** The digest that a version was last shown with. */
async function lastDigest(db: Reading, version: VersionId): Promise<VersionDigest | undefined> {
  // The action as a literal: with a parameter SQLite would not use the index over these events alone.
  const { rows } = await sql<{ detail_json: string }>`select detail_json from audit_event
    where subject = ${version} and action = 'version-digested' order by number desc limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : readJson(digestShape, row.detail_json, 'audit event');
}
