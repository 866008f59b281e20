import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TimeUnit } from '../../kernel/index.ts';
import { describeKeptLedgers, type LedgerPlace } from '../test-support/ledger-forms.test-support.ts';
import type { Connections } from './connections.ts';
import { openConnections } from './open-connections.ts';

const clock = { now: () => 1 };
let connections: Connections;

const generation = async () =>
  (await connections.reader.selectFrom('unit').select('generation').where('id', '=', 'a').executeTakeFirst())?.generation;
const put = (id: string, value: number) =>
  connections.write((trx) => trx.insertInto('unit').values({ kind: 'key', id, generation: value }).execute());

describeKeptLedgers('connections', (form) => {
  let place: LedgerPlace;
  beforeEach(async () => {
    place = await form.place();
    connections = await openConnections({ store: place.store, clock });
  });
  afterEach(async () => {
    await connections.close();
    await place.remove();
  });

  it('run transactions one after another, so that none is lost', async () => {
    await put('a', 0);
    const increment = () =>
      connections.write(async (trx) => {
        const row = await trx.selectFrom('unit').select('generation').where('id', '=', 'a').executeTakeFirstOrThrow();
        await trx
          .updateTable('unit')
          .set({ generation: row.generation + 1 })
          .where('id', '=', 'a')
          .execute();
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await generation()).toBe(50);
  });

  it('undo a transaction that fails, tables included', async () => {
    const broken = connections.write(async (trx) => {
      await trx.insertInto('unit').values({ kind: 'key', id: 'a', generation: 1 }).execute();
      await sql`create table half (a integer)`.execute(trx);
      throw new Error('power');
    });
    await expect(broken).rejects.toThrow('power');
    expect(await generation()).toBeUndefined();
    await expect(sql`select a from half`.execute(connections.reader)).rejects.toThrow(/half/);
  });

  it('let readers see the last commit while a transaction is open, without waiting for it', async () => {
    await put('a', 1);
    let during: number | undefined;
    await connections.write(async (trx) => {
      await trx.updateTable('unit').set({ generation: 2 }).where('id', '=', 'a').execute();
      during = await generation();
    });
    expect([during, await generation()]).toEqual([1, 2]);
  });

  it('keep more kinds of statements than the cache holds', async () => {
    await put('a', 7);
    for (let index = 0; index < 500; index++) {
      const { rows } = await sql<{ found: number }>`select generation + ${sql.lit(index)} as found from unit`.execute(connections.reader);
      expect(rows).toEqual([{ found: 7 + index }]);
    }
  });

  it('put instants in the right bucket of the calendar, before 1970 too', async () => {
    const label = async (instant: number, unit: TimeUnit, ahead = 0) =>
      (
        await sql<{ label: string }>`select ${connections.dialect.timeBucket(sql`${instant}`, unit, ahead)} as label`.execute(
          connections.reader,
        )
      ).rows[0]?.label;
    expect(await label(Date.UTC(2023, 11, 31, 23, 59, 59, 999), 'year')).toBe('2023');
    expect(await label(Date.UTC(2024, 0, 1), 'quarter')).toBe('2024-Q1');
    expect(await label(Date.UTC(2024, 11, 31), 'quarter')).toBe('2024-Q4');
    expect(await label(Date.UTC(1969, 7, 9), 'month')).toBe('1969-08');
    expect(await label(-1, 'year')).toBe('1969');
    expect(await label(Date.UTC(2023, 0, 1), 'week')).toBe('2022-W52');
    expect(await label(Date.UTC(2024, 11, 30), 'week')).toBe('2025-W01');
    expect(await label(Date.UTC(2024, 1, 29, 16), 'day', 480)).toBe('2024-03-01');
    expect(await label(Date.UTC(2024, 0, 1, 2, 29), 'hour', -150)).toBe('2023-12-31T23');
  });
});
