import type { LedgerSide } from './copy-tables.ts';

/** Where a ledger was moved to; undefined when it takes writes. */
export async function movedTo({ dialect, db }: LedgerSide): Promise<string | undefined> {
  if ((await dialect.movedMark.isSet.execute(db)).rows.length === 0) return undefined;
  const moved = await db.withTables<{ moved_to: { place: string } }>().selectFrom('moved_to').select('place').executeTakeFirst();
  return moved?.place;
}
