import { canonicalJson, FaultlineError, type Json, type VersionId } from '../../kernel/index.ts';
import { checkGoesOn } from '../connection/check-goes-on.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import { jsonShape, readJson } from '../rows/stored-shapes.ts';

/** The steps that a version's chunks go through, in order. */
export type Stage = 'survey' | 'parsed' | 'extracted' | 'resolved';

/** The last committed chunk of a stage: where to resume. */
export interface StageChunk {
  readonly ordinal: number;
  readonly inputHash: string;
  readonly carry: Json;
  /** Version of the program that made it. */
  readonly tool: string;
}

/** `repeated`: this chunk was there already and nothing was changed. */
export type Committed = 'committed' | 'repeated';

/** `outdated`: what another program version, or other input, made of the stage has to go first. */
type Admitted = Committed | 'outdated';

export async function lastChunk(db: Reading, version: VersionId, stage: Stage): Promise<StageChunk | undefined> {
  const row = await db
    .selectFrom('stage_chunk')
    .selectAll()
    .where('version', '=', version)
    .where('stage', '=', stage)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ordinal: row.ordinal, inputHash: row.input_hash, carry: readJson(jsonShape, row.carry_json, 'stage chunk'), tool: row.tool };
}

/** Of how many versions that readers see what is shown was extracted by another tool. */
export async function extractedOtherwise(db: Reading, tool: string): Promise<number> {
  const row = await db
    .selectFrom('stage_chunk')
    .innerJoin('version', 'version.id', 'stage_chunk.version')
    .select((count) => count.fn.countAll<number>().as('versions'))
    .where('stage_chunk.stage', '=', 'extracted')
    .where('stage_chunk.ordinal', '=', 0)
    .where('stage_chunk.tool', '!=', tool)
    .where('version.state', '=', 'settled')
    .executeTakeFirst();
  return row?.versions ?? 0;
}

/** What a chunk is known by. */
export interface ChunkHead {
  readonly version: VersionId;
  readonly stage: Stage;
  readonly tool: string;
  readonly ordinal: number;
  readonly inputHash: string;
  readonly carry: Json;
}

/**
 * Decides what to do with a chunk that arrives, and notes it: a known one is `repeated`; the next one is taken; for one of another
 * program version, or another input to the first chunk, the stage is `outdated` and nothing is noted.
 * @throws FaultlineError `conflict` when the chunk does not follow the last one or reading was cancelled, `busy` when the version
 * is gone or going.
 */
export async function admitChunk(trx: Writing, head: ChunkHead): Promise<Admitted> {
  const { version, stage, tool, ordinal, inputHash } = head;
  await checkGoesOn(trx, version);
  const last = await lastChunk(trx, version, stage);
  if (last?.tool === tool && (await inputHashOf(trx, version, stage, ordinal)) === inputHash) return 'repeated';
  if (last !== undefined && (last.tool !== tool || ordinal === 0)) return 'outdated';
  if (ordinal !== (last?.ordinal ?? -1) + 1) throw doesNotFollow(head);
  await trx
    .insertInto('stage_chunk')
    .values({ version, stage, ordinal, tool, input_hash: inputHash, carry_json: canonicalJson(head.carry) })
    .execute();
  return 'committed';
}

/** What a chunk that was committed was made of; undefined when there is none. */
export async function inputHashOf(db: Reading, version: VersionId, stage: Stage, ordinal: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('stage_chunk')
    .select('input_hash')
    .where('version', '=', version)
    .where('stage', '=', stage)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row?.input_hash;
}

export function doesNotFollow({ stage, ordinal }: Pick<ChunkHead, 'stage' | 'ordinal'>): FaultlineError {
  return new FaultlineError('conflict', `Chunk ${ordinal} of the stage "${stage}" does not follow the last one; start the stage again.`);
}
