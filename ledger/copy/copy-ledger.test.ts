import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { type LedgerStore, openConnections } from '../connection/open-connections.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { PACKED_COLUMNS } from '../rows/packed-columns.ts';
import { describeKeptLedgers, describePostgres, type LedgerForm, type LedgerPlace } from '../test-support/ledger-forms.test-support.ts';
import { exported, ingest, ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anySamples } from '../test-support/samples.fixture.ts';
import { copyLedger, moveLedger, takeMoveBack } from './copy-ledger.ts';
import { tablesOf } from './copy-tables.ts';
import { forkMove, gone, pause } from './fork-move.test-support.ts';

const clock = { now: () => 1_700_000_000_000 };
const NEVER = new AbortController().signal;
const LONG = 900_000;
const PUMP: Sample = { uri: '手册', says: [['P-101', '泄漏']], rows: [['P-101', 3, 4.5]], claims: { labels: ['维修'] } };
/** Texts that a database cannot keep as they are. */
const HOSTILE: Sample = {
  uri: 'a\0b\u0001',
  says: [['P\0-1', '\\u0000 "leak"']],
  rows: [['\u0001\u0002', 1, 0.1]],
  claims: { title: '𠮷野 \u0001\0', site: "'; drop table version; --" },
};

/** Places of a form and of the other one, all gone when the work has ended. */
async function withPlaces(form: LedgerForm, work: (own: LedgerStore, file: (name: string) => LedgerStore) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-copy-'));
  const place: LedgerPlace = await form.place();
  try {
    await work(place.store, (name) => ({ kind: 'sqlite', path: join(folder, `${name}.db`) }));
  } finally {
    await takeMoveBack(place.store, clock);
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withLedger<Out>(store: LedgerStore, work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  const ledger = await openLedger({ store, clock });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** All that a ledger holds besides its export, and that its trail is whole. */
async function stateOf(ledger: Ledger) {
  return {
    lines: await exported(ledger),
    jobs: await ledger.jobs.list(PLANT, { limit: 1_000 }),
    events: await ledger.audit.list(PLANT, { limit: 10_000 }),
    verified: await ledger.audit.verify(undefined, NEVER),
    decisions: await ledger.decisions.list(PLANT),
    waiting: await ledger.outbox.pending('search', 10_000),
  };
}

describeKeptLedgers('a copy of a ledger', (form) => {
  it(
    'is equal whatever it holds, there and back again',
    async () => {
      await fc.assert(
        fc.asyncProperty(anySamples, async (samples) => {
          await withPlaces(form, async (own, file) => {
            const [first, last] = [file('first'), file('last')];
            const state = await withLedger(first, async (ledger) => {
              for (const sample of [...samples, HOSTILE]) await ingest(ledger, sample);
              await ledger.audit.seal();
              await ledger.documents.accept({
                tenant: PLANT,
                uri: '待处理',
                fileName: 'later.txt',
                sha256: 'f'.repeat(64),
                bytes: 1,
                actor: '李伟',
                claims: { site: 'north' },
              });
              await ledger.turns.take('projector', 1_000_000);
              return stateOf(ledger);
            });
            const rows = await copyLedger({ source: first, target: own, clock }, NEVER);
            expect(rows).toBeGreaterThan(state.lines.length);
            expect(await copyLedger({ source: own, target: last, clock }, NEVER)).toBe(rows);
            for (const store of [own, last]) {
              await withLedger(store, async (ledger) => {
                expect(await stateOf(ledger)).toEqual(state);
                expect(await ledger.turns.take('projector', 1)).toBeDefined();
              });
            }
          });
        }),
        { numRuns: form.tries(12), endOnFailure: true },
      );
    },
    LONG,
  );

  it('goes into nothing but an empty ledger, and leaves one that is not as it was', async () => {
    await withPlaces(form, async (own, file) => {
      await withLedger(own, (ledger) => ingest(ledger, PUMP));
      await withLedger(file('other'), (ledger) => ingest(ledger, { ...PUMP, uri: 'other' }));
      const before = await withLedger(own, exported);
      await expect(copyLedger({ source: file('other'), target: own, clock }, NEVER)).rejects.toMatchObject({ code: 'conflict' });
      expect(await withLedger(own, exported)).toEqual(before);
    });
  });

  it('is not there at all when it was stopped', async () => {
    await withPlaces(form, async (own, file) => {
      await withLedger(file('source'), (ledger) => ingest(ledger, PUMP));
      const stop = new AbortController();
      const onProgress = ({ table }: { readonly table: string }) => {
        if (table === 'passage') stop.abort(new Error('stopped'));
      };
      await expect(copyLedger({ source: file('source'), target: own, clock, onProgress }, stop.signal)).rejects.toThrow('stopped');
      expect(await copyLedger({ source: file('source'), target: own, clock }, NEVER)).toBeGreaterThan(10);
    });
  });

  it(
    'is one state of a ledger that others go on writing to',
    async () => {
      await withPlaces(form, async (own, file) => {
        await withLedger(own, async (ledger) => {
          for (let at = 0; at < 5; at++) await ingest(ledger, { ...PUMP, uri: `before ${at}` });
          let isCopying = true;
          const writing = (async () => {
            for (let at = 0; isCopying; at++) await ingest(ledger, { ...PUMP, uri: `amid ${at}` });
          })();
          await copyLedger({ source: own, target: file('copy'), clock }, NEVER);
          isCopying = false;
          await writing;
          // What a document took with it in one commit is there with it or not at all.
          const copy = await withLedger(file('copy'), stateOf);
          expect(copy.verified.faults).toEqual([]);
          expect(copy.lines.filter((line) => line.includes('"line":"document"')).length).toBeGreaterThanOrEqual(5);
          expect(copy.jobs.length).toBe(copy.events.filter(({ action }) => action === 'document-received').length);
        });
      });
    },
    LONG,
  );
});

describeKeptLedgers('a ledger that is moved', (form) => {
  const other = (file: (name: string) => LedgerStore) => file('moved');

  it(
    'loses nothing that was acknowledged: what is sent meanwhile is in the new place, or was refused',
    async () => {
      await withPlaces(form, async (own, file) => {
        await withLedger(own, async (ledger) => {
          const acknowledged: string[] = [];
          const refusals: string[] = [];
          let readsAmid = 0;
          const send = async (at: number) => {
            const sample = { ...PUMP, uri: `sent ${at}` };
            try {
              await ingestSteps(sample)[0]?.(ledger);
              acknowledged.push(versionOf(sample));
            } catch (error) {
              if (!(error instanceof FaultlineError)) throw error;
              expect(error.retryable).toBe(true);
              refusals.push(error.code);
            }
          };
          for (let at = 0; at < 5; at++) await send(at);
          const { child, said } = forkMove(own, other(file));
          const ended = said('moved');
          for (let at = 5; !refusals.includes('store-moved'); at++) {
            await send(at);
            // Whoever only reads does not notice.
            if ((await exported(ledger)).length > 5) readsAmid += 1;
            if (readsAmid === 3) void said('copied').then(() => child.send('go on'));
            await pause(5);
          }
          await ended;
          await gone(child);
          // A file makes its writers wait for some seconds before it refuses them, which here is longer than the move.
          if (form.name === 'PostgreSQL') expect(refusals).toContain('busy');
          expect(readsAmid).toBeGreaterThan(1);
          const there = await withLedger(other(file), exported);
          for (const version of acknowledged) expect(there.some((line) => line.includes(version))).toBe(true);
          expect(there).toEqual(await exported(ledger));
        });
      });
    },
    LONG,
  );

  it.each(['copying', 'copied'] as const)(
    'goes on where it is when the process that moves it is killed once it is %s, and what it left is empty or refused',
    async (moment) => {
      await withPlaces(form, async (own, file) => {
        await withLedger(own, async (ledger) => {
          for (let at = 0; at < 4; at++) await ingest(ledger, { ...PUMP, uri: `before ${at}` });
          const { child, said } = forkMove(own, other(file), moment === 'copying' ? moment : undefined);
          await said(moment);
          child.kill('SIGKILL');
          await gone(child);
          await ingest(ledger, { ...PUMP, uri: 'after' });
          const again = moveLedger({ source: own, target: other(file), clock, place: 'there' }, async (rows) => rows, NEVER);
          if (moment === 'copied') await expect(again).rejects.toMatchObject({ code: 'conflict' });
          else expect(await again).toBeGreaterThan(10);
        });
      });
    },
    LONG,
  );

  it('refuses every write with where it went, from every process, until the move is taken back', async () => {
    await withPlaces(form, async (own, file) => {
      await withLedger(own, async (ledger) => {
        await ingest(ledger, PUMP);
        await moveLedger({ source: own, target: other(file), clock, place: "host:5432/it's" }, async () => undefined, NEVER);
        const again = { ...PUMP, uri: 'again' };
        const refused = { code: 'store-moved', retryable: true, message: expect.stringContaining("host:5432/it's") };
        await expect(ingest(ledger, again)).rejects.toMatchObject(refused);
        await expect(ledger.retract(versionOf(PUMP))).rejects.toMatchObject(refused);
        await withLedger(own, (second) => expect(ingest(second, again)).rejects.toMatchObject(refused));
        const move = { source: own, target: file('third'), clock, place: 'elsewhere' };
        await expect(moveLedger(move, async () => undefined, NEVER)).rejects.toMatchObject(refused);
        expect(await ledger.movedTo()).toBe("host:5432/it's");
        expect(await takeMoveBack(own, clock)).toBe("host:5432/it's");
        expect(await takeMoveBack(own, clock)).toBeUndefined();
        expect(await ledger.movedTo()).toBeUndefined();
        await ingest(ledger, again);
      });
    });
  });

  it('goes on where it is when what comes after the copy fails', async () => {
    await withPlaces(form, async (own, file) => {
      await withLedger(own, async (ledger) => {
        await ingest(ledger, PUMP);
        const fail = () => Promise.reject(new Error('no index'));
        await expect(moveLedger({ source: own, target: other(file), clock, place: 'there' }, fail, NEVER)).rejects.toThrow('no index');
        await ingest(ledger, { ...PUMP, uri: 'again' });
      });
    });
  });

  it('leaves jobs under way to whoever works in the new place', async () => {
    await withPlaces(form, async (own, file) => {
      const lease = await withLedger(own, async (ledger) => {
        await ingestSteps(PUMP)[0]?.(ledger);
        return ledger.jobs.claim('old worker', 60_000);
      });
      await moveLedger({ source: own, target: other(file), clock, place: 'there' }, async () => undefined, NEVER);
      await withLedger(other(file), async (ledger) => {
        const taken = await ledger.jobs.claim('new worker', 60_000);
        expect(taken?.job).toMatchObject({ id: lease?.job.id, attempts: 1 });
      });
    });
  });
});

describePostgres('the tables of a ledger', (form) => {
  it('are the same on both databases, each with a key, and their packed columns are known by name', async () => {
    await withPlaces(form, async (own, file) => {
      const [there, here] = [await openConnections({ store: own, clock }), await openConnections({ store: file('here'), clock })];
      try {
        const tables = await tablesOf({ dialect: there.dialect, db: there.reader });
        expect(tables).toEqual(await tablesOf({ dialect: here.dialect, db: here.reader }));
        expect(tables.length).toBeGreaterThan(20);
        expect(tables.filter(({ key }) => key.length === 0)).toEqual([]);
        const { rows } = await sql<{
          name: string;
          type: string;
        }>`select column_name::text as name, data_type::text as type from information_schema.columns where table_schema = current_schema()`.execute(
          there.reader,
        );
        for (const { name, type } of rows)
          expect({ name, isPacked: type === 'jsonb' }).toEqual({ name, isPacked: PACKED_COLUMNS.has(name) });
      } finally {
        await there.close();
        await here.close();
      }
    });
  });
});
