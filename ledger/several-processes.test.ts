import { fork } from 'node:child_process';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programEntry } from '../kernel/index.ts';
import { openConnections } from './connection/open-connections.ts';
import { type Ledger, openLedger } from './open-ledger.ts';
import type { ProjectionTarget } from './projection/outbox.ts';
import { describePostgres, type LedgerPlace, onServer, urlOf } from './test-support/ledger-forms.test-support.ts';
import { exported, ingest, ingestSteps, PLANT, type Sample, versionOf } from './test-support/sample-documents.fixture.ts';
import { anySamples } from './test-support/samples.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };

async function knownOf(samples: readonly Sample[]): Promise<string[]> {
  const ledger = await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock });
  for (const sample of samples) await ingest(ledger, sample);
  const lines = await exported(ledger);
  await ledger.close();
  return lines;
}

async function remove(ledger: Ledger, sample: Sample): Promise<void> {
  await ledger.retract(versionOf(sample));
  await ledger.purge(versionOf(sample));
}

describePostgres('a ledger of several processes', (form) => {
  let place: LedgerPlace;
  let open: Ledger[];
  beforeEach(async () => {
    place = await form.place();
    open = [];
  });
  afterEach(async () => {
    for (const ledger of open) await ledger.close();
    await place.remove();
  });

  /** As many connections as processes of their own would have. */
  async function two(store = place.store): Promise<readonly [Ledger, Ledger]> {
    const pair = [await openLedger({ store, clock }), await openLedger({ store, clock })] as const;
    open.push(...pair);
    return pair;
  }

  const connect = () => openConnections({ store: place.store, clock });

  it('is made by one of those that open it at once, while the others wait', async () => {
    await onServer(urlOf(place.store), 'drop schema public cascade; create schema public');
    open = await Promise.all(Array.from({ length: 4 }, () => openLedger({ store: place.store, clock })));
    const [first] = open;
    if (first === undefined) throw new Error('there are four');
    await ingest(first, { uri: 'a', says: [['P-101', '泄漏']] });
    for (const ledger of open) expect((await exported(ledger)).length).toBeGreaterThan(5);
  });

  it('knows what one process would, whatever two commit at once', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, anySamples, async (before, samples) => {
        const own = await form.place();
        const pair = [await openLedger({ store: own.store, clock }), await openLedger({ store: own.store, clock })] as const;
        const gone = before.filter((sample) => !samples.some(({ uri }) => uri === sample.uri));
        for (const sample of gone) await ingest(pair[0], sample);
        // One takes out what the other one's documents share keys and facts with.
        const work = [
          ...gone.map((sample) => (ledger: Ledger) => remove(ledger, sample)),
          ...samples.map((sample) => (ledger: Ledger) => ingest(ledger, sample)),
        ];
        const share = async (ledger: Ledger) => {
          for (let next = work.shift(); next !== undefined; next = work.shift()) await next(ledger);
        };
        await Promise.all([share(pair[0]), share(pair[1]), share(pair[0]), share(pair[1])]);
        expect(await exported(pair[1])).toEqual(await knownOf(samples));
        for (const ledger of pair) await ledger.close();
        await own.remove();
      }),
      // A failure does not come again in the same way, so there is nothing to shrink.
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('knows what one process would, though its workers are killed amid their commits', async () => {
    const share = (name: string): Sample[] =>
      Array.from({ length: 6 }, (_, at) => ({
        uri: `${name}${at}`,
        says: Array.from({ length: 30 }, (__, nth) => [`P-${(nth * 7) % 20}`, `mode ${(nth + at) % 9}`] as const),
        same: [['mode 1', 'mode 2', 'glossary'] as const],
      }));
    const shares = [share('a'), share('b')];
    let killed = 0;
    /** The last life is left alone. */
    const work = async (samples: readonly Sample[], lives: readonly (number | undefined)[]) => {
      for (const life of lives) {
        const { path, execArgv } = programEntry(new URL('./test-support/ingest-all.fixture.ts', import.meta.url));
        const child = fork(path, [JSON.stringify(place.store), JSON.stringify(samples)], { execArgv: [...execArgv] });
        const ended = new Promise<readonly unknown[]>((resolve) => child.once('exit', (...how) => resolve(how)));
        await new Promise((resolve) => child.once('message', resolve));
        const timer = life === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), life);
        const [code, signal] = await ended;
        clearTimeout(timer);
        if (signal === 'SIGKILL') killed += 1;
        else expect(code).toBe(0);
      }
    };
    await Promise.all([work(shares[0] ?? [], [40, 150, undefined]), work(shares[1] ?? [], [90, 260, undefined])]);
    expect(killed).toBeGreaterThanOrEqual(2);
    const [ledger] = await two();
    expect(await exported(ledger)).toEqual(await knownOf(shares.flat()));
    expect(await ledger.audit.seal()).toBeGreaterThan(0);
    expect((await ledger.audit.verify(undefined, new AbortController().signal)).faults).toEqual([]);
  }, 900_000);

  it('numbers what two note at once without a gap, under seals that are chained', async () => {
    const pair = await two();
    const note = async (ledger: Ledger, name: string) => {
      for (let at = 0; at < 25; at++) {
        await ledger.audit.record([{ tenant: PLANT, actor: name, action: 'knowledge-exported', subject: `${name}${at}`, detail: {} }]);
        if (at % 5 === 4) await ledger.audit.seal();
      }
    };
    await Promise.all([note(pair[0], 'a'), note(pair[1], 'b'), note(pair[0], 'c'), note(pair[1], 'd')]);
    await pair[0].audit.seal();
    const events = await pair[1].audit.list(PLANT, { limit: 1_000 });
    expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => 100 - at));
    expect(await pair[1].audit.verify(undefined, new AbortController().signal)).toMatchObject({ faults: [], sealed: 100, waiting: 0 });
  });

  it('tells a projector of every change, however commits and deliveries fall together', async () => {
    const pair = await two();
    const samples = Array.from(
      { length: 8 },
      (_, at): Sample => ({
        uri: `${at}`,
        says: [
          [`P-${at % 3}`, 'leak'],
          [`P-${at}`, `mode ${at % 2}`],
        ],
      }),
    );
    let isDone = false;
    const held = new Map<string, number>();
    const turn = await pair[1].turns.take('projector', 60_000);
    if (turn === undefined) throw new Error('nobody else projects');
    const project = async (target: ProjectionTarget) => {
      for (;;) {
        const isLast = isDone;
        const rows = await pair[1].outbox.pending(target, 7);
        for (const { unit, generation } of rows)
          held.set(`${target} ${unit.id}`, Math.max(generation, held.get(`${target} ${unit.id}`) ?? 0));
        expect(await pair[1].outbox.delivered(rows, turn)).toBe(true);
        if (isLast && rows.length === 0) return;
      }
    };
    const ingesting = Promise.all(
      [0, 1].map(async (half) => {
        for (const sample of samples.filter((_, at) => at % 2 === half)) await ingest(pair[half === 0 ? 0 : 1], sample);
      }),
    ).finally(() => {
      isDone = true;
    });
    await Promise.all([ingesting, project('search'), project('graph')]);
    for (const target of ['search', 'graph'] as const) {
      for await (const { unit, generation } of pair[0].outbox.told(target))
        expect([unit.id, held.get(`${target} ${unit.id}`)]).toEqual([unit.id, generation]);
    }
    expect(held.size).toBeGreaterThan(samples.length);
  });

  it('gives each job to one worker', async () => {
    const pair = await two();
    for (let at = 0; at < 20; at++) await pair[0].jobs.enqueue({ tenant: PLANT, kind: 'ingest', subject: `s${at}`, payload: {} });
    const claimed: string[] = [];
    const work = async (ledger: Ledger, name: string) => {
      for (let lease = await ledger.jobs.claim(name, 60_000); lease !== undefined; lease = await ledger.jobs.claim(name, 60_000)) {
        claimed.push(lease.job.subject);
        if (claimed.length % 2 === 0) expect(await ledger.jobs.finish(lease)).toBe(true);
      }
    };
    await Promise.all([work(pair[0], 'a'), work(pair[1], 'b'), work(pair[0], 'c'), work(pair[1], 'd')]);
    expect([...claimed].sort()).toEqual(Array.from({ length: 20 }, (_, at) => `s${at}`).sort());
  });

  it('lets leases be prolonged, questions be noted and knowledge be read while another process commits for long', async () => {
    const pair = await two();
    const sample: Sample = { uri: 'a', says: [['P-101', '泄漏']] };
    for (const step of ingestSteps(sample).slice(0, 2)) await step(pair[0]);
    const lease = await pair[0].jobs.claim('w', 60_000);
    if (lease === undefined) throw new Error('there is a job');
    const connections = await connect();
    await connections.write(async () => {
      expect(await pair[1].jobs.heartbeat(lease, 60_000, { stage: 'read', chunk: 1, done: 1, unit: 'page' })).toBe(true);
      await pair[1].audit.record([{ tenant: PLANT, actor: 'a', action: 'question-answered', subject: 's', detail: {} }]);
      expect(await pair[1].conversations.add({ tenant: PLANT, actor: 'a' }, 'c', '怎么隔离？', -1)).toBe(1);
      expect(await exported(pair[1])).not.toEqual([]);
    });
    await connections.close();
  });
});
