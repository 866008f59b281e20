import { READS, STREAMS } from './commands.ts';

/** Names of all commands that change nothing: every surface through which a caller can learn something. */
export const READ_COMMANDS = [...keysOf(READS), ...keysOf(STREAMS)].sort();

function keysOf<Table extends object>(table: Table): (keyof Table)[] {
  return Object.keys(table) as (keyof Table)[];
}
