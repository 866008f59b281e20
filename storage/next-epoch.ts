import { existsSync } from 'node:fs';
import { openSqlite } from './open-sqlite.ts';

/** More commits than a file ever sees: each time it is made anew its revisions start a multiple higher. */
export const EPOCH = 2 ** 32;

/** First revision of what takes the place of a file; of one that is not there or cannot be read that of a first replacement. */
export function nextEpoch(path: string): number {
  const held = existsSync(path) ? heldRevision(path) : 0;
  return (Math.floor(held / EPOCH) + 1) * EPOCH;
}

function heldRevision(path: string): number {
  try {
    const database = openSqlite(path, { readonly: true });
    try {
      const value = database.prepare('select value from revision').pluck().get();
      return typeof value === 'number' ? value : 0;
    } finally {
      database.close();
    }
  } catch {
    // What cannot be read is replaced as a file, and nobody who has it open can go on with it.
    return 0;
  }
}
