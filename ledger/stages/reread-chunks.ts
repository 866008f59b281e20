import { canonicalJson, type VersionId } from '../../kernel/index.ts';
import { checkGoesOn } from '../connection/check-goes-on.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import { beginRereading } from '../documents/rereading.ts';
import { packStaged, unpackStaged } from '../rows/staged-content.ts';
import { jsonShape, readJson } from '../rows/stored-shapes.ts';
import type { ParsedChunk } from './commit-parsed.ts';
import { type ChunkHead, type Committed, doesNotFollow, inputHashOf, lastChunk, type Stage, type StageChunk } from './stage-chunks.ts';

/** Stages whose chunks are kept apart while a version that is shown is read again, in order. */
export const REREAD_STAGES = ['survey', 'parsed', 'extracted'] as const;
export type RereadStage = (typeof REREAD_STAGES)[number];

/** What is kept of a parsed chunk; of an extracted one it is the chunk, of a survey nothing but its carry. */
export interface KeptParsed {
  readonly chunk: ParsedChunk;
  readonly tokens: readonly (readonly string[])[];
}

/** A chunk as it was kept. */
export interface RereadChunk extends StageChunk {
  readonly content: unknown;
}

/** From which stage on a reading was begun anew; undefined: what is shown is gone on with. */
export async function begunAnewFrom(db: Reading, version: VersionId): Promise<RereadStage | undefined> {
  const row = await db.selectFrom('rereading').select('from_stage').where('version', '=', version).executeTakeFirst();
  return REREAD_STAGES.find((stage) => stage === row?.from_stage);
}

/** Whether nothing of a stage that is shown stays. */
export function isBegunAnew(from: RereadStage | undefined, stage: RereadStage): boolean {
  return from !== undefined && REREAD_STAGES.indexOf(stage) >= REREAD_STAGES.indexOf(from);
}

/** Where a stage is to be resumed: at the last chunk that was read again, else at the last one that is shown and stays. */
export async function lastReread(db: Reading, version: VersionId, stage: Stage): Promise<StageChunk | undefined> {
  if (stage === 'resolved') return lastChunk(db, version, stage);
  const row = await db
    .selectFrom('rereading_chunk')
    .select(['ordinal', 'tool', 'input_hash', 'carry_json'])
    .where('version', '=', version)
    .where('stage', '=', stage)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined)
    return { ordinal: row.ordinal, inputHash: row.input_hash, carry: readJson(jsonShape, row.carry_json, 'stage chunk'), tool: row.tool };
  return isBegunAnew(await begunAnewFrom(db, version), stage) ? undefined : lastChunk(db, version, stage);
}

/**
 * Takes the next chunk of a shown version that is read again, and keeps it apart; a known one is `repeated`. One of another program
 * version, or another input to the first chunk, begins its stage anew: what was read again of it and of the stages after it goes at
 * once, what is shown goes when the whole takes its place. More passages than are shown begin extraction anew.
 * @throws FaultlineError as `admitChunk`.
 */
export async function admitReread(
  trx: Writing,
  head: ChunkHead & { readonly stage: RereadStage },
  content: unknown,
  orders: readonly number[] = [],
): Promise<Committed> {
  const { version, stage, tool, ordinal, inputHash } = head;
  await checkGoesOn(trx, version);
  const last = await lastReread(trx, version, stage);
  if (last?.tool === tool && (await inputOf(trx, version, stage, ordinal)) === inputHash) return 'repeated';
  const outdated = last !== undefined && (last.tool !== tool || ordinal === 0);
  if (ordinal !== (outdated || last === undefined ? 0 : last.ordinal + 1)) throw doesNotFollow(head);
  await beginRereading(trx, version);
  if (outdated) await beginAnew(trx, version, stage);
  else if (stage === 'parsed' && (await begunAnewFrom(trx, version)) === undefined) await beginAnew(trx, version, 'extracted');
  await trx
    .insertInto('rereading_chunk')
    .values({
      ...{ version, stage, ordinal, tool, input_hash: inputHash, carry_json: canonicalJson(head.carry) },
      first_ord: orders.length === 0 ? null : Math.min(...orders),
      last_ord: orders.length === 0 ? null : Math.max(...orders),
      ...packStaged(content),
    })
    .execute();
  return 'committed';
}

/** Chunks of a stage that were read again, in order, one at a time. */
export async function* rereadChunks(db: Reading, version: VersionId, stage: RereadStage): AsyncGenerator<RereadChunk> {
  for (let after = -1; ; ) {
    const row = await db
      .selectFrom('rereading_chunk')
      .selectAll()
      .where('version', '=', version)
      .where('stage', '=', stage)
      .where('ordinal', '>', after)
      .orderBy('ordinal')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    after = row.ordinal;
    const { ordinal, tool, input_hash: inputHash, carry_json } = row;
    yield { ordinal, tool, inputHash, carry: readJson(jsonShape, carry_json, 'stage chunk'), content: unpackStaged(row) };
  }
}

/** Passages that were read again with `order` in [from, from + count), and their records. */
export async function rereadParsed(
  db: Reading,
  version: VersionId,
  from: number,
  count: number,
): Promise<Pick<ParsedChunk, 'passages' | 'records'>> {
  const rows = await db
    .selectFrom('rereading_chunk')
    .select(['content', 'content_hash'])
    .where('version', '=', version)
    .where('stage', '=', 'parsed')
    .where('first_ord', '<', from + count)
    .where('last_ord', '>=', from)
    .orderBy('ordinal')
    .execute();
  const chunks = rows.map((row) => (unpackStaged(row) as KeptParsed).chunk);
  const passages = chunks.flatMap((chunk) => chunk.passages).filter(({ order }) => order >= from && order < from + count);
  const ids = new Set(passages.map(({ id }) => id));
  return { passages, records: chunks.flatMap((chunk) => chunk.records).filter(({ passageId }) => ids.has(passageId)) };
}

async function inputOf(trx: Writing, version: VersionId, stage: RereadStage, ordinal: number): Promise<string | undefined> {
  const kept = await trx
    .selectFrom('rereading_chunk')
    .select('input_hash')
    .where('version', '=', version)
    .where('stage', '=', stage)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  if (kept !== undefined || isBegunAnew(await begunAnewFrom(trx, version), stage)) return kept?.input_hash;
  return inputHashOf(trx, version, stage, ordinal);
}

/** Forgets what was read again of a stage and of those after it; what is shown of them is not to stay. */
async function beginAnew(trx: Writing, version: VersionId, from: RereadStage): Promise<void> {
  const gone = REREAD_STAGES.slice(REREAD_STAGES.indexOf(from));
  await trx.deleteFrom('rereading_chunk').where('version', '=', version).where('stage', 'in', gone).execute();
  if (!isBegunAnew(await begunAnewFrom(trx, version), from))
    await trx.updateTable('rereading').set({ from_stage: from }).where('version', '=', version).execute();
}
