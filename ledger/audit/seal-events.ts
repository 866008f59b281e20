import { sql } from 'kysely';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { takeLock } from '../connection/take-lock.ts';
import { merkleRoot } from './merkle-tree.ts';
import { NO_SEAL, sealHash } from './seal.ts';

/** Events of one seal at most: what one transaction holds the writer for, and what a proof has to walk. */
const MOST_EVENTS = 1_000;

/**
 * Closes the oldest events that wait into one seal and gives their number, 0 when none waits. One transaction is the lease of
 * the sealer: it holds the trail, and the number of a seal is unique, so two never close the same events.
 */
export async function sealEvents(trx: Writing, dialect: LedgerDialect, now: number): Promise<number> {
  await takeLock(trx, dialect, 'audit');
  const waiting = await trx
    .selectFrom('audit_event')
    .select(['number', 'hash'])
    .where('seal', 'is', null)
    .orderBy('number')
    .limit(MOST_EVENTS)
    .execute();
  if (waiting.length === 0) return 0;
  const last = await trx.selectFrom('audit_seal').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const seal = {
    number: (last?.number ?? 0) + 1,
    at: now,
    events: waiting.length,
    root: merkleRoot(waiting.map((event) => event.hash)),
    previous: last?.hash ?? NO_SEAL,
  };
  await trx
    .insertInto('audit_seal')
    .values({ ...seal, hash: sealHash(seal) })
    .execute();
  const numbers = waiting.map((event) => event.number);
  await sql`
    with batch as (
      select number, row_number() over (order by number) - 1 as position from audit_event where ${dialect.oneOf(sql.ref('number'), numbers)}
    )
    update audit_event set seal = ${seal.number}, position = batch.position from batch where batch.number = audit_event.number`.execute(
    trx,
  );
  return waiting.length;
}
