import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLedger } from '../open-ledger.ts';
import { describePostgres, type LedgerPlace, onServer, urlOf } from '../test-support/ledger-forms.test-support.ts';
import { exported, ingest } from '../test-support/sample-documents.fixture.ts';
import { openConnections } from './open-connections.ts';

const clock = { now: () => 1_700_000_000_000 };

describePostgres('connections to PostgreSQL', (form) => {
  let place: LedgerPlace;
  beforeEach(async () => {
    place = await form.place();
  });
  afterEach(() => place.remove());

  const connect = () => openConnections({ store: place.store, clock });

  it('do a transaction again that the server undid because it and another waited for each other', async () => {
    const [left, right] = [await connect(), await connect()];
    const put = (id: string) => left.write((trx) => trx.insertInto('unit').values({ kind: 'key', id, generation: 0 }).execute());
    await put('a');
    await put('b');
    let runs = 0;
    let held = 0;
    let met: (() => void) | undefined;
    const meeting = new Promise<void>((resolve) => {
      met = resolve;
    });
    const raise = (connections: typeof left, order: readonly string[]) =>
      connections.writeBeside('now', async (trx) => {
        runs += 1;
        for (const id of order) {
          await trx
            .updateTable('unit')
            .set((row) => ({ generation: row('generation', '+', 1) }))
            .where('id', '=', id)
            .execute();
          // Only where each holds its first row does each wait for the other's: a run that has begun holds nothing yet.
          held += 1;
          if (held === 2) met?.();
          await meeting;
        }
      });
    await Promise.all([raise(left, ['a', 'b']), raise(right, ['b', 'a'])]);
    expect(runs).toBe(3);
    expect((await left.reader.selectFrom('unit').select('generation').execute()).map((row) => row.generation)).toEqual([2, 2]);
    await left.close();
    await right.close();
  }, 900_000);

  it('undo what a lost connection left half done, say so, and go on with another connection', async () => {
    const connections = await connect();
    const put = (id: string, then: () => Promise<unknown>) =>
      connections.write(async (trx) => {
        await trx.insertInto('unit').values({ kind: 'key', id, generation: 1 }).execute();
        await then();
        await trx.updateTable('unit').set({ generation: 2 }).where('id', '=', id).execute();
      });
    const cut = () =>
      onServer(
        urlOf(place.store),
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'faultline%'`,
      );
    await expect(put('a', cut)).rejects.toMatchObject({ code: 'store-unavailable', retryable: true });
    await put('b', async () => undefined);
    expect((await connections.reader.selectFrom('unit').select('id').execute()).map(({ id }) => id)).toEqual(['b']);
    await connections.close();
  });

  it('say what is wrong with an address, a password, a database without a ledger or a server that does not answer', async () => {
    const attempt = (url: string) => openLedger({ store: { kind: 'postgres', url }, clock });
    const wrong = new URL(urlOf(place.store));
    wrong.password = 'wrong';
    await onServer(urlOf(place.store), 'drop schema public cascade; create schema public');
    await expect(openLedger({ store: place.store, clock, readonly: true })).rejects.toMatchObject({ code: 'storage-failed' });
    await expect(attempt('mysql://somewhere/else')).rejects.toMatchObject({ code: 'invalid-configuration' });
    await expect(attempt(wrong.href)).rejects.toMatchObject({ code: 'invalid-configuration' });
    await expect(attempt('postgres://nobody:secret@127.0.0.1:9/none')).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('stop a long read on the server when its caller has gone', async () => {
    const connections = await connect();
    const gone = new AbortController();
    const asked = connections.query(sql<{ slept: string }>`select pg_sleep(50)::text as slept`, gone.signal);
    setTimeout(() => gone.abort(), 200);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(
      await onServer(
        urlOf(place.store),
        `select pid from pg_stat_activity where query like '%pg_sleep(50)%' and state = 'active' and pid <> pg_backend_pid()`,
      ),
    ).toEqual([]);
    expect(await connections.query(sql<{ one: number }>`select 1 as one`, new AbortController().signal)).toEqual([{ one: 1 }]);
    await connections.close();
  });

  it('change nothing when they only read', async () => {
    const ledger = await openLedger({ store: place.store, clock });
    await ingest(ledger, { uri: 'a', says: [['P-101', '泄漏']] });
    const reading = await openConnections({ store: place.store, clock, readonly: true });
    await expect(reading.write(async () => undefined)).rejects.toMatchObject({ code: 'internal' });
    await expect(reading.reader.deleteFrom('passage').execute()).rejects.toThrow(/read-only/);
    await reading.close();
    expect((await exported(ledger)).length).toBeGreaterThan(5);
    await ledger.close();
  });

  it('are not held up for ever by a process that stopped amid a commit', async () => {
    const connections = await connect();
    const limits = await connections.write(async (trx) => {
      const { rows } = await sql<{
        idle: string;
        lock: string;
        statement: string;
      }>`select current_setting('idle_in_transaction_session_timeout') as idle,
        current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`.execute(trx);
      return rows[0];
    });
    expect(limits).toEqual({ idle: '1min', lock: '2min', statement: '10min' });
    await connections.close();
  });
});
