import Database from 'better-sqlite3';
import { vi } from 'vitest';

/** What SQLite did during some work. */
export interface Reads {
  readonly statements: number;
  /** Rows handed out, over all statements. */
  readonly rows: number;
}

/** Counts the statements that ran on any SQLite file of this process meanwhile, and the rows they gave. */
export async function countReads(work: () => Promise<unknown>): Promise<Reads> {
  const database = new Database(':memory:');
  const prototype = Object.getPrototypeOf(database.prepare('select 1')) as { all(...parameters: unknown[]): unknown[] };
  database.close();
  const all = vi.spyOn(prototype, 'all');
  try {
    await work();
    const results = all.mock.results.map(({ value }) => (Array.isArray(value) ? value.length : 0));
    return { statements: results.length, rows: results.reduce((sum, rows) => sum + rows, 0) };
  } finally {
    all.mockRestore();
  }
}
