import { sql } from 'kysely';
import { MOVED_SQLSTATE } from '../../../storage/index.ts';
import type { MovedMark } from './ledger-dialect.ts';

/** A trigger on each table, whose function tells the place, which stands in a view. */
export const postgresMovedMark: MovedMark = {
  set: (tables, place) => [
    sql`create view moved_to as select ${sql.lit(place)}::text as place`,
    sql`create function refuse_moved() returns trigger language plpgsql as ${sql.lit(
      `begin raise exception '%', (select place from moved_to) using errcode = '${MOVED_SQLSTATE}'; end`,
    )}`,
    ...tables.map(
      (table) =>
        sql`create trigger refuse_moved before insert or update or delete or truncate on ${sql.table(table)} execute function refuse_moved()`,
    ),
  ],
  clear: (tables) => [
    ...tables.map((table) => sql`drop trigger if exists refuse_moved on ${sql.table(table)}`),
    sql`drop function refuse_moved()`,
    sql`drop view moved_to`,
  ],
  isSet: sql`select 1 from pg_class where relname = 'moved_to' and relnamespace = current_schema()::regnamespace`,
};
