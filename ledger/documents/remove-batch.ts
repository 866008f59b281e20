import { sql } from 'kysely';
import type { VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { raiseRenamedKeys } from '../identity/raise-renamed-keys.ts';
import { resolveComponents } from '../identity/resolve-components.ts';
import { keyIdShape, readShape } from '../rows/stored-shapes.ts';

/** What is taken back of a version: what extraction found in it, or also all that was parsed of it. */
export type RemovalExtent = 'knowledge' | 'passages';

/** Rows that one commit removes at most: others write between two commits. */
const ROWS_A_BATCH = 1_000;
/** A chunk that is kept whole holds as much as so many rows. */
const ROWS_A_CHUNK = 100;
/** A key that goes has its entity and those of its mates computed anew. */
const ROWS_A_KEY = 4;

interface Removing {
  readonly trx: Writing;
  readonly dialect: LedgerDialect;
  readonly version: VersionId;
  readonly now: number;
}

/** Removes so many rows at most and gives how many; 0: none is left. */
type RemoveRows = (removing: Removing, most: number) => Promise<number>;

const ofKnowledge: readonly RemoveRows[] = [
  rowsOf('quarantine', ['chunk', 'position']),
  rowsOf('evidence', ['fact', 'passage', 'span_start', 'span_end', 'extractor']),
  removeSupport,
  removeKeys,
];
const ofPassages: readonly RemoveRows[] = [
  rowsOf('record', ['ordinal']),
  rowsOf('passage', ['id']),
  rowsOf('excluded_run', ['chunk', 'position']),
  rowsOf('version_term', ['term']),
];
const STEPS: Readonly<Record<RemovalExtent, readonly RemoveRows[]>> = {
  knowledge: [...ofKnowledge, forgetScopes, forgetCoded],
  passages: [...ofKnowledge, ...ofPassages],
};

/**
 * Takes back the next rows of a version within the caller's transaction: support first, then the facts and keys that nothing else
 * supports, with links and entities computed anew where the keys were, then what was parsed. True when nothing is left; each
 * batch leaves a ledger that is whole, so the next may come at any time, from any process.
 */
export async function removeBatch(removing: Removing, extent: RemovalExtent): Promise<boolean> {
  let room = ROWS_A_BATCH;
  for (const remove of STEPS[extent]) {
    room -= await remove(removing, room);
    if (room <= 0) return false;
  }
  return true;
}

function rowsOf(
  table: 'quarantine' | 'evidence' | 'record' | 'passage' | 'excluded_run' | 'version_term',
  key: readonly string[],
): RemoveRows {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return async ({ trx, version }, most) => {
    const { rows } = await sql`delete from ${sql.table(table)} where version = ${version} and (${columns}) in
      (select ${columns} from ${sql.table(table)} where version = ${version} limit ${most}) returning 1 as one`.execute(trx);
    return rows.length;
  };
}

/** What was read again of a version and has not taken the place of what is removed. */
export async function removeRereading(trx: Writing, version: VersionId): Promise<boolean> {
  const { rows } = await sql`delete from rereading_chunk where version = ${version} and (stage, ordinal) in
    (select stage, ordinal from rereading_chunk where version = ${version} limit ${ROWS_A_BATCH / ROWS_A_CHUNK}) returning 1 as one`.execute(
    trx,
  );
  if (rows.length > 0) return false;
  await trx.deleteFrom('rereading').where('version', '=', version).execute();
  return true;
}

async function removeSupport({ trx, dialect, version }: Removing, most: number): Promise<number> {
  const rows = await trx.selectFrom('support').select('fact').where('version', '=', version).orderBy('fact').limit(most).execute();
  const facts = rows.map((row) => row.fact);
  await sql`update fact set supports = supports - 1 where ${dialect.oneOf(sql.ref('id'), facts)}`.execute(trx);
  await sql`delete from support where version = ${version} and ${dialect.oneOf(sql.ref('fact'), facts)}`.execute(trx);
  await sql`delete from fact where supports = 0 and ${dialect.oneOf(sql.ref('id'), facts)}`.execute(trx);
  return facts.length;
}

async function removeKeys({ trx, dialect, version, now }: Removing, most: number): Promise<number> {
  const rows = await trx
    .selectFrom('key_use')
    .select('key')
    .where('version', '=', version)
    .orderBy('key')
    .limit(Math.max(1, Math.floor(most / ROWS_A_KEY)))
    .execute();
  if (rows.length === 0) return 0;
  const keys = rows.map((row) => readShape(keyIdShape, row.key, 'key'));
  await raiseRenamedKeys(trx, dialect, version, keys, now);
  for (const end of ['a', 'b'] as const) {
    await trx
      .deleteFrom('key_link')
      .where('version', '=', version)
      .where((row) => dialect.oneOf(row.ref(end), keys))
      .execute();
  }
  await sql`delete from key_use where version = ${version} and ${dialect.oneOf(sql.ref('key'), keys)}`.execute(trx);
  await sql`delete from key where ${dialect.oneOf(sql.ref('key.id'), keys)} and not exists (select 1 from key_use where key_use.key = key.id)`.execute(
    trx,
  );
  await resolveComponents(trx, dialect, keys, now);
  return keys.length * ROWS_A_KEY;
}

/** Passages stay, without the keys that extraction named as their subject. */
async function forgetScopes({ trx, version }: Removing, most: number): Promise<number> {
  const { rows } = await sql`update passage set scope_json = '[]' where id in
    (select id from passage where version = ${version} and scope_json <> '[]' limit ${most}) returning 1 as one`.execute(trx);
  return rows.length;
}

/** Records stay, without what was coded from their text. */
async function forgetCoded({ trx, version }: Removing, most: number): Promise<number> {
  const { rows } = await sql`update record set coded = null where version = ${version} and ordinal in
    (select ordinal from record where version = ${version} and coded is not null limit ${most}) returning 1 as one`.execute(trx);
  return rows.length;
}
