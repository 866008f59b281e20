import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { readJson } from '../rows/stored-shapes.ts';

/** The action of an event of which nothing is kept but hash and place. */
export const BLANK = '';
/** What the content of versions is held against, and what tells that events were emptied: of no person, and kept. */
const KEPT = [BLANK, 'version-digested', 'audit-trimmed'];

const blankable =
  (before: number) =>
  (row: ExpressionBuilder<LedgerSchema, 'audit_event'>): ReturnType<typeof row.and> =>
    row.and([row('seal', 'is not', null), row('at', '<', before), row('action', 'not in', KEPT)]);

export async function countBlankable(db: Reading, before: number): Promise<number> {
  const row = await db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .where(blankable(before))
    .executeTakeFirst();
  return Number(row?.events ?? 0);
}

/**
 * Empties sealed events of before (milliseconds, UTC) of who did what to what. Numbers, times, hashes and places in the seals stay, so
 * every root can still be computed. `through` is the highest number emptied.
 */
export async function blankEvents(trx: Writing, before: number): Promise<{ readonly events: number; readonly through: number }> {
  const highest = await trx
    .selectFrom('audit_event')
    .select(({ fn }) => fn.max('number').as('through'))
    .where(blankable(before))
    .executeTakeFirst();
  const emptied = await trx
    .updateTable('audit_event')
    .set({ actor: BLANK, action: BLANK, subject: BLANK, detail_json: '{}' })
    .where(sql<SqlBool>`seal is not null and at < ${before} and action not in (${sql.join(KEPT)})`)
    .executeTakeFirst();
  return { events: Number(emptied.numUpdatedRows), through: Number(highest?.through ?? 0) };
}

const trimmedShape = z.looseObject({ through: z.number() });

/** Up to which number events may be empty: what the trail itself says, 0 where it says nothing. */
export async function trimmedThrough(db: Reading): Promise<number> {
  const rows = await db.selectFrom('audit_event').select('detail_json').where('action', '=', 'audit-trimmed').execute();
  return Math.max(0, ...rows.map((row) => readJson(trimmedShape, row.detail_json, 'audit event').through));
}
