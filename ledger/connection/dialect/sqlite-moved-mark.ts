import { sql } from 'kysely';
import { MOVED_WORDS } from '../../../storage/index.ts';
import type { MovedMark } from './ledger-dialect.ts';

const EVENTS = ['insert', 'update', 'delete'] as const;

/** Triggers, three a table, and the place in a view, where it can be read again. */
export const sqliteMovedMark: MovedMark = {
  set(tables, place) {
    const refuse = sql`begin select raise(abort, ${sql.lit(`${MOVED_WORDS}${place}`)}); end`;
    return [
      sql`create view moved_to as select ${sql.lit(place)} as place`,
      ...tables.flatMap((table) =>
        EVENTS.map((event) => sql`create trigger ${nameOf(table, event)} before ${sql.raw(event)} on ${sql.table(table)} ${refuse}`),
      ),
    ];
  },
  clear: (tables) => [
    sql`drop view moved_to`,
    ...tables.flatMap((table) => EVENTS.map((event) => sql`drop trigger if exists ${nameOf(table, event)}`)),
  ],
  isSet: sql`select 1 from sqlite_schema where type = 'view' and name = 'moved_to'`,
};

function nameOf(table: string, event: string) {
  return sql.ref(`${table}_refuses_${event}`);
}
