import type { Connections, Writing } from './connections.ts';

/** Connections by which all that is read and written is part of one transaction, which is not theirs to end. */
export function within({ dialect, clock }: Connections, trx: Writing): Connections {
  return {
    dialect,
    clock,
    reader: trx,
    write: (work) => work(trx),
    writeSoon: (work) => work(trx),
    writeBeside: (_, work) => work(trx),
    writeAlone: (work) => work(trx),
    readOneState: (work) => work(trx),
    async query(statement, signal) {
      signal.throwIfAborted();
      return (await statement.execute(trx)).rows;
    },
    close: async () => undefined,
  };
}
