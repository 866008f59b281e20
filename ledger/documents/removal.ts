import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { VersionId } from '../../kernel/index.ts';
import type { Connections, Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { PROJECTION_TARGETS, raiseVersion } from '../projection/outbox.ts';
import { readShape } from '../rows/stored-shapes.ts';
import { hide } from './hide.ts';
import { removeBatch } from './remove-batch.ts';

/** The stages of reading, in order. */
const STAGES = ['survey', 'parsed', 'extracted', 'resolved'] as const;
const extentShape = z.enum(['knowledge', 'passages']);

/**
 * Begins to take back what was read of a version from a stage on: hides it, tells a projection that holds it to drop it, and
 * notes what is to go, which `clear` then removes batch by batch. Nothing may be written of these stages until it has.
 */
export async function beginRemoval(trx: Writing, version: VersionId, from: Exclude<(typeof STAGES)[number], 'resolved'>, now: number) {
  await hide(trx, version);
  const stages = STAGES.slice(STAGES.indexOf(from));
  const gone = await trx.deleteFrom('stage_chunk').where('version', '=', version).where('stage', 'in', stages).returning('stage').execute();
  // Until a projection has let go of what was read before, the version is kept from readers by name.
  if (gone.some(({ stage }) => stage === 'resolved')) await raiseVersion(trx, version, now, PROJECTION_TARGETS);
  const extent = from === 'extracted' ? 'knowledge' : 'passages';
  await trx
    .insertInto('removal')
    .values({ version, extent })
    .onConflict((conflict) =>
      extent === 'passages' ? conflict.column('version').doUpdateSet({ extent }) : conflict.column('version').doNothing(),
    )
    .execute();
}

/** Removes the next batch of what was begun to be taken back of a version; true when nothing is left. */
export async function clearBatch(trx: Writing, dialect: LedgerDialect, version: VersionId, now: number): Promise<boolean> {
  const row = await trx.selectFrom('removal').select('extent').where('version', '=', version).executeTakeFirst();
  if (row === undefined) return true;
  const extent = readShape(extentShape, row.extent, 'removal');
  if (!(await removeBatch({ trx, dialect, version, now }, extent))) return false;
  if (extent === 'passages')
    await trx.updateTable('version').set({ passages: 0, tokens: 0, records: 0 }).where('id', '=', version).execute();
  await trx.deleteFrom('removal').where('version', '=', version).execute();
  return true;
}

/** Ends what was begun to be taken back of a version, others having their turn between the batches. */
export async function clearAll({ clock, dialect, reader, writeSoon }: Connections, version: VersionId): Promise<void> {
  if (!(await isClearing(reader, version))) return;
  while (!(await writeSoon((trx) => clearBatch(trx, dialect, version, clock.now())))) await setImmediate();
}

/** Whether something of what was read is still to be taken back. */
export async function isClearing(db: Reading, version: VersionId): Promise<boolean> {
  return (await db.selectFrom('removal').select('version').where('version', '=', version).executeTakeFirst()) !== undefined;
}
