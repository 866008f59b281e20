import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { isIntact, type VersionId } from '../../kernel/index.ts';
import { BATCH_ROWS } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { anchorsOf } from './anchors-of.ts';
import { type ParsedPassageRow, type ParsedRecordRow, packedLine, passageLine, recordLine } from './row-lines.ts';

/** Hex SHA-256 over what a version holds: passages and records as they were parsed, and all that extraction found in them. */
export interface VersionDigest {
  readonly passages: string;
  readonly records: string;
  /** Without what people's decisions let count, which comes and goes with these. */
  readonly facts: string;
}

/** A digest with what is needed to tell whether it is still of the version as it stands. */
export interface TakenDigest extends VersionDigest {
  /** Of the version when it was begun. */
  readonly generation: number;
  /** Passages whose text is not that of their id, where that was asked for. */
  readonly changed: number;
}

/** Reads a version row by row, a page at a time; with `ids` the passages are also held against their ids. */
export async function digestVersion(
  connections: Connections,
  version: VersionId,
  { ids = false, signal }: { readonly ids?: boolean; readonly signal?: AbortSignal } = {},
): Promise<TakenDigest> {
  const generation = await generationOf(connections, version);
  const [passages, records, facts] = [createHash('sha256'), createHash('sha256'), createHash('sha256')];
  let changed = 0;
  for await (const row of passagesOf(connections, version)) {
    signal?.throwIfAborted();
    add(passages, passageLine(row));
    if (row.scope_json !== '[]') add(facts, JSON.stringify([row.id, row.scope_json]));
    if (ids && !isIntact({ ...row, versionId: version, anchors: anchorsOf(row.content_json) })) changed += 1;
  }
  for await (const row of recordsOf(connections, version)) {
    signal?.throwIfAborted();
    add(records, recordLine(row));
    if (row.coded_json !== null) add(facts, JSON.stringify([row.ordinal, packedLine(row.coded_json)]));
  }
  for await (const line of evidenceLines(connections, version)) {
    signal?.throwIfAborted();
    add(facts, line);
  }
  return { generation, changed, passages: passages.digest('hex'), records: records.digest('hex'), facts: facts.digest('hex') };
}

/** How often a version has changed; 0 for one that was never there. */
export async function generationOf({ reader }: Pick<Connections, 'reader'>, version: VersionId): Promise<number> {
  const unit = await reader
    .selectFrom('unit')
    .select('generation')
    .where('kind', '=', 'version')
    .where('id', '=', version)
    .executeTakeFirst();
  return unit?.generation ?? 0;
}

function add(hash: Hash, line: string): void {
  hash.update(`${line}\n`, 'utf8');
}

async function* passagesOf({ reader }: Connections, version: VersionId) {
  for (let after = -1; ; ) {
    const rows = await reader
      .selectFrom('passage')
      .select(['id', 'ord', 'kind', 'language', 'text', 'content_json', 'runs', 'scope_json'])
      .where('version', '=', version)
      .where('ord', '>', after)
      .orderBy('ord')
      .limit(BATCH_ROWS)
      .execute();
    yield* rows as readonly (ParsedPassageRow & Pick<(typeof rows)[number], 'scope_json'>)[];
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.ord;
  }
}

async function* recordsOf({ dialect, reader }: Connections, version: VersionId) {
  for (let after = -1; ; ) {
    const { rows } = await sql<ParsedRecordRow & { readonly coded_json: string | null }>`select ordinal, kind, passage, anchor_json, fault,
      ${dialect.unpackJson(sql.ref('record.columns'))} as columns_json, ${dialect.unpackJson(sql.ref('record.coded'))} as coded_json
      from record where version = ${version} and ordinal > ${after} order by ordinal limit ${BATCH_ROWS}`.execute(reader);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.ordinal;
  }
}

interface EvidenceRow {
  readonly fact: string;
  readonly passage: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly extractor: string;
  readonly evidence_json: string;
  readonly subject: string;
  readonly predicate: string;
  readonly object_key: string | null;
  readonly fact_json: string;
}

/** Each piece of evidence with the fact that it is for, in an order of their own. */
async function* evidenceLines({ reader }: Connections, version: VersionId): AsyncGenerator<string> {
  for (let after: EvidenceRow | undefined; ; ) {
    const from =
      after === undefined
        ? sql`1 = 1`
        : sql`(evidence.fact, evidence.passage, evidence.span_start, evidence.span_end, evidence.extractor)
            > (${after.fact}, ${after.passage}, ${after.span_start}, ${after.span_end}, ${after.extractor})`;
    const { rows } = await sql<EvidenceRow>`select evidence.fact, evidence.passage, evidence.span_start, evidence.span_end,
      evidence.extractor, evidence.content_json as evidence_json, fact.subject, fact.predicate, fact.object_key, fact.content_json as fact_json
      from evidence join fact on fact.id = evidence.fact where evidence.version = ${version} and ${from}
      order by evidence.fact, evidence.passage, evidence.span_start, evidence.span_end, evidence.extractor limit ${BATCH_ROWS}`.execute(
      reader,
    );
    for (const row of rows) if (!isDecided(row.evidence_json)) yield JSON.stringify(Object.values(row));
    after = rows.at(-1);
    if (after === undefined) return;
  }
}

function isDecided(json: string): boolean {
  return json.includes('"decisions"') && Array.isArray((JSON.parse(json) as { decisions?: unknown }).decisions);
}
