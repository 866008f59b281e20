import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, vi } from 'vitest';
import type { Clock } from '../../kernel/index.ts';
import { createPostgresDatabase, dropPostgresDatabase } from '../../storage/index.ts';
import { describeServers } from '../../tools/services/describe-servers.test-support.ts';
import type { LedgerStore } from '../connection/open-connections.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';

/** An empty place for one ledger, until it is removed. */
export interface LedgerPlace {
  readonly store: LedgerStore;
  remove(): Promise<void>;
}

/** Address of a ledger on PostgreSQL. */
export const urlOf = (store: LedgerStore): string => (store.kind === 'postgres' ? store.url : '');

/** One of the databases that a ledger can stand on. */
export interface LedgerForm {
  readonly name: 'SQLite file' | 'SQLite in memory' | 'PostgreSQL';
  /** Whether what was written is there when the ledger is opened again. */
  readonly isKept: boolean;
  /** How often a property that is tried so often in memory is tried here, where each try takes longer. */
  tries(count: number): number;
  place(): Promise<LedgerPlace>;
}

const sixth = (count: number) => Math.ceil(count / 6);
const tenth = (count: number) => Math.ceil(count / 10);
/** A property opens many ledgers, each with connections of its own. */
const SERVER_TEST_MILLISECONDS = 900_000;

const inMemory: LedgerForm = {
  name: 'SQLite in memory',
  isKept: false,
  tries: (count) => count,
  place: async () => ({ store: { kind: 'sqlite', path: ':memory:' }, remove: async () => undefined }),
};

const inFile: LedgerForm = {
  name: 'SQLite file',
  isKept: true,
  tries: sixth,
  async place() {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-ledger-'));
    const store = { kind: 'sqlite', path: join(folder, 'ledger.db') } as const;
    return { store, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

/** The behaviour of a ledger, which each form of it has to show. */
export function describeLedgers(name: string, body: (form: LedgerForm) => void): void {
  describe(`${name} (${inMemory.name})`, () => body(inMemory));
  describeKeptLedgers(name, body);
}

/** What only shows where a ledger can be opened a second time. */
export function describeKeptLedgers(name: string, body: (form: LedgerForm) => void): void {
  describe(`${name} (${inFile.name})`, () => body(inFile));
  describePostgres(`${name} (PostgreSQL)`, body);
}

/** What only shows where several processes write at a time. */
export function describePostgres(name: string, body: (form: LedgerForm) => void): void {
  describeServers(name, ({ postgres }) => {
    const databases = new Databases(postgres.url);
    vi.setConfig({ testTimeout: SERVER_TEST_MILLISECONDS });
    afterAll(() => databases.drop());
    body({ name: 'PostgreSQL', isKept: true, tries: tenth, place: () => databases.place() });
  });
}

/** A ledger in a place of its own, which goes when it is closed. */
export async function openEmpty(form: LedgerForm, clock: Clock): Promise<Ledger> {
  const { store, remove } = await form.place();
  const ledger = await openLedger({ store, clock });
  return {
    ...ledger,
    async close() {
      await ledger.close();
      await remove();
    },
  };
}

/** Databases of one server, emptied and used again, since making one takes longer than most tests. */
class Databases {
  readonly #server: string;
  readonly #made: string[] = [];
  readonly #free: string[] = [];

  constructor(server: string) {
    this.#server = server;
  }

  async place(): Promise<LedgerPlace> {
    const name = this.#free.pop() ?? (await this.#make());
    const url = Object.assign(new URL(this.#server), { pathname: `/${name}` }).href;
    return {
      store: { kind: 'postgres', url, connections: { reading: 2, writing: 3 } },
      remove: async () => {
        await onServer(url, EMPTY);
        this.#free.push(name);
      },
    };
  }

  async drop(): Promise<void> {
    for (const name of this.#made) await dropPostgresDatabase(this.#server, name);
  }

  async #make(): Promise<string> {
    const name = `faultline_${randomUUID().replaceAll('-', '_')}`;
    await createPostgresDatabase(this.#server, name);
    this.#made.push(name);
    return name;
  }
}

const EMPTY = `do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('delete from %I', name);
  end loop; end $$`;

/** What somebody does on the server past the ledger. */
export async function onServer(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
