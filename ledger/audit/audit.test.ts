import { fork } from 'node:child_process';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programEntry, type TenantId } from '../../kernel/index.ts';
import { openConnections } from '../connection/open-connections.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { describeKeptLedgers, type LedgerForm, type LedgerPlace } from '../test-support/ledger-forms.test-support.ts';
import type { AuditEvent } from './audit-event.ts';
import { leafHash, merkleRoot, rootOfPath } from './merkle-tree.ts';
import { sealHash } from './seal.ts';

const PLANT = 'plant' as TenantId;
const signal = new AbortController().signal;

function event(text: string): AuditEvent {
  return {
    tenant: PLANT,
    actor: '张工',
    action: 'question-answered',
    subject: text,
    detail: { decision: 'answered', passages: ['psg_1', text] },
  };
}

let place: LedgerPlace;
let ledger: Ledger;
let now: number;

function useTrail(form: LedgerForm): void {
  beforeEach(async () => {
    place = await form.place();
    now = 1_700_000_000_000;
    ledger = await openLedger({ store: place.store, clock: { now: () => now++ } });
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });
}

/** Seals of the given sizes, and `waiting` events after them. */
async function fill(sizes: readonly number[], waiting: number): Promise<void> {
  for (const [seal, size] of sizes.entries()) {
    await ledger.audit.record(Array.from({ length: size }, (_, index) => event(`问题 ${seal}-${index}`)));
    await ledger.audit.seal();
  }
  await ledger.audit.record(Array.from({ length: waiting }, (_, index) => event(`waiting ${index}`)));
}

/** Somebody who can write the database writes it without the ledger. */
async function change(statements: (run: Run) => Promise<void>): Promise<void> {
  const connections = await openConnections({ store: place.store, clock: { now: () => 0 } });
  await connections.write((trx) => statements(async (statement) => (await statement.execute(trx)).rows));
  await connections.close();
}

/** The trail as it is stored. */
async function stored(): Promise<Readonly<Record<'audit_event' | 'audit_seal', readonly Row[]>>> {
  const connections = await openConnections({ store: place.store, clock: { now: () => 0 }, readonly: true });
  const read = async (table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(connections.reader)).rows;
  const rows = { audit_event: await read('audit_event'), audit_seal: await read('audit_seal') };
  await connections.close();
  return rows;
}

type Row = Readonly<Record<string, string | number | null>>;
type Run = (statement: RawBuilder<unknown>) => Promise<readonly unknown[]>;
const plain = (text: string) => sql`${sql.raw(text)}`;

describeKeptLedgers('audit', (form) => {
  useTrail(form);

  it('keeps events whole and gives them newest first, by filter and page', async () => {
    await fill([2], 1);
    const all = await ledger.audit.list(PLANT, { limit: 10 });
    expect(all.map(({ number, subject }) => [number, subject])).toEqual([
      [3, 'waiting 0'],
      [2, '问题 0-1'],
      [1, '问题 0-0'],
    ]);
    expect(all[1]).toEqual({ ...event('问题 0-1'), number: 2, at: 1_700_000_000_001 });
    expect(await ledger.audit.list(PLANT, { subject: '问题 0-1', limit: 10 })).toHaveLength(1);
    expect(await ledger.audit.list(PLANT, { before: 3, limit: 1 })).toEqual([all[1]]);
    expect(await ledger.audit.list(PLANT, { actions: ['document-deleted'], limit: 10 })).toEqual([]);
    expect(await ledger.audit.list(PLANT, { from: 1_700_000_000_001, to: 1_700_000_000_002, limit: 10 })).toEqual([all[1]]);
    expect(await ledger.audit.list('other' as TenantId, { limit: 10 })).toEqual([]);
  });

  it('finds nothing wrong with what nobody touched, whatever the sizes of the seals', async () => {
    await fill([1, 3, 1000, 7], 2);
    const verified = await ledger.audit.verify(undefined, signal);
    expect(verified).toMatchObject({ faults: [], seals: 4, sealed: 1011, waiting: 2, head: { seal: 4, events: 1011 } });
    expect(await ledger.audit.verify(verified.head, signal)).toEqual(verified);
    expect(await ledger.audit.waiting()).toMatchObject({ events: 2 });
  });

  it('closes more events than one seal holds, leaving none', async () => {
    await ledger.audit.record(Array.from({ length: 2_500 }, (_, index) => event(String(index))));
    expect(await ledger.audit.seal()).toBe(2_500);
    expect(await ledger.audit.verify(undefined, signal)).toMatchObject({ faults: [], seals: 3, waiting: 0 });
  });

  it('proves each sealed event from its hash to the last seal', async () => {
    await fill([5, 1, 6], 1);
    for (let number = 1; number <= 12; number++) {
      const proof = await ledger.audit.prove(number);
      if (proof === undefined || proof === 'unsealed') throw new Error(`no proof of ${number}`);
      expect(rootOfPath(proof.leaf, proof.path)).toBe(proof.seals[0]?.root);
      for (const [index, seal] of proof.seals.entries()) {
        expect(seal.hash).toBe(sealHash(seal));
        if (index > 0) expect(seal.previous).toBe(proof.seals[index - 1]?.hash);
      }
      expect(proof.seals.at(-1)?.number).toBe(3);
    }
    expect(await ledger.audit.prove(13)).toBe('unsealed');
    expect(await ledger.audit.prove(14)).toBeUndefined();
  });

  it('finds every single change of a stored event or seal and names where it is', async () => {
    await fill([3, 1, 5, 2], 1);
    const { head } = await ledger.audit.verify(undefined, signal);
    const columns = {
      audit_event: ['number', 'at', 'tenant', 'actor', 'action', 'subject', 'detail_json', 'hash', 'seal', 'position'],
      audit_seal: ['number', 'at', 'events', 'root', 'previous', 'hash'],
    } as const;
    const cell = fc.constantFrom('audit_event' as const, 'audit_seal' as const).chain((table) =>
      fc.record({
        table: fc.constant(table),
        column: fc.constantFrom(...columns[table]),
        row: fc.integer({ min: 1, max: table === 'audit_event' ? 12 : 4 }),
        by: fc.integer({ min: 1, max: 30 }),
      }),
    );
    const kept = await stored();
    await fc.assert(
      fc.asyncProperty(cell, async ({ table, column, row, by }) => {
        await change(async (run) => {
          await run(plain('drop index audit_event_sealed'));
          const [found] = await run(sql`select * from ${sql.table(table)} where number = ${row}`);
          const value = (found as Row)[column] ?? null;
          const changed = typeof value === 'string' ? `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}` : (value ?? 0) + by;
          if (column === 'number') await run(sql`delete from ${sql.table(table)} where number = ${changed}`);
          await run(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${changed} where number = ${row}`);
        });
        const { faults } = await ledger.audit.verify(head, signal);
        await change(async (run) => {
          await run(plain('delete from audit_event'));
          await run(plain('delete from audit_seal'));
          for (const [name, rows] of Object.entries(kept)) {
            for (const one of rows) {
              const columnsOf = sql.join(Object.keys(one).map((key) => sql.ref(key)));
              await run(sql`insert into ${sql.table(name)} (${columnsOf}) values (${sql.join(Object.values(one))})`);
            }
          }
          await run(plain('create unique index audit_event_sealed on audit_event (seal, position) where seal is not null'));
        });
        expect(faults.length).toBeGreaterThan(0);
        expect(faults.some((fault) => fault.seal !== undefined || fault.event !== undefined)).toBe(true);
        expect(await ledger.audit.verify(head, signal)).toMatchObject({ faults: [], waiting: 1 });
      }),
      { numRuns: form.tries(150) },
    );
  });

  it('finds events removed, put in or moved, though whoever did it made the hashes of the events good', async () => {
    await fill([4, 4], 0);
    await change(async (run) => {
      await run(plain('delete from audit_event where number = 6'));
    });
    expect((await ledger.audit.verify(undefined, signal)).faults[0]).toMatchObject({ seal: 2, event: 7 });
    await change(async (run) => {
      const hash = leafHash('[6,1,"plant","x","question-answered","y","{}"]');
      await run(sql`insert into audit_event values (6, 1, 'plant', 'x', 'question-answered', 'y', '{}', ${hash}, 2, 1)`);
    });
    expect((await ledger.audit.verify(undefined, signal)).faults).toEqual([
      { seal: 2, what: 'its events are not those that were sealed, or not in that order' },
    ]);
    await change(async (run) => {
      await run(plain('update audit_event set position = 9 where number = 1'));
      await run(plain('update audit_event set position = 0 where number = 2'));
      await run(plain('update audit_event set position = 1 where number = 1'));
    });
    expect((await ledger.audit.verify(undefined, signal)).faults[0]).toMatchObject({ seal: 1 });
  });

  it('finds a tail that was cut off, or a trail written anew, against a head kept elsewhere', async () => {
    await fill([2, 2, 2], 0);
    const { head } = await ledger.audit.verify(undefined, signal);
    await change(async (run) => {
      await run(plain('delete from audit_event where seal = 3'));
      await run(plain('delete from audit_seal where number = 3'));
    });
    expect((await ledger.audit.verify(undefined, signal)).faults).toEqual([]);
    expect((await ledger.audit.verify(head, signal)).faults).toEqual([
      { seal: 3, what: 'is in the head but not in the trail, which ends at seal 2' },
    ]);
    await fill([2], 0);
    expect((await ledger.audit.verify(head, signal)).faults).toEqual([
      { seal: 3, what: 'is not the one of the head: the trail was written anew' },
    ]);
  });

  it('names the seal whose root and hash were made good again by the one after it', async () => {
    await fill([2, 2], 0);
    await change(async (run) => {
      await run(plain('delete from audit_event where number = 2'));
      const [event] = await run(plain('select hash from audit_event where number = 1'));
      const root = merkleRoot([(event as { hash: string }).hash]);
      const [seal] = await run(plain('select * from audit_seal where number = 1'));
      const forged = { ...(seal as Parameters<typeof sealHash>[0]), events: 1, root };
      await run(sql`update audit_seal set events = 1, root = ${root}, hash = ${sealHash(forged)} where number = 1`);
    });
    expect((await ledger.audit.verify(undefined, signal)).faults).toEqual([{ seal: 2, what: 'does not follow the seal before it' }]);
  });

  it('loses no event of processes that append while another seals, each killed before its last events are sealed', async () => {
    let left = 3;
    const died = ['a', '乙', 'c'].map(async (name) => {
      const { path, execArgv } = programEntry(new URL('./record-and-die.fixture.ts', import.meta.url));
      const child = fork(path, [JSON.stringify(place.store), name], { execArgv: [...execArgv] });
      const [code, killed] = await new Promise<readonly unknown[]>((resolve) => child.once('exit', (...ended) => resolve(ended)));
      left -= 1;
      expect([code, killed]).toEqual([null, 'SIGKILL']);
    });
    while (left > 0) {
      await ledger.audit.seal();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(died);
    await ledger.audit.seal();
    expect(await ledger.audit.verify(undefined, signal)).toMatchObject({ faults: [], sealed: 90, waiting: 0 });
    const subjects = (await ledger.audit.list(PLANT, { limit: 1_000 })).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(90);
  });
});
