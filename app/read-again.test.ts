import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHere } from '../ingest/index.ts';
import { FaultlineError, type JobId, type VersionRow } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { deleteDocument } from './commands/delete-document.ts';
import { listDocuments } from './commands/list-documents.ts';
import { cancelJob, retryJob } from './commands/steer-jobs.ts';
import { workJobs } from './commands/work-jobs.ts';
import { refineChunks } from './pipeline/refine-chunks.ts';
import { type WholeState, wholeState } from './test-support/whole-state.ts';
import { withHook } from './test-support/with-hook.ts';
import { CALLER, ingest, NEVER, openHome, withApplication, withFolder } from './test-support/workspace.ts';

type Reader = Application['read'];

const MINUTES = 900_000;
const HEADER = 'Work order,Date,Asset,Description,Type,Downtime h';
/** Three chunks of the row parser. */
const ROWS = 2_005;
const LOG = {
  uri: '工单-2022.csv',
  text: `${HEADER}\n${Array.from({ length: ROWS }, (_, row) => `W${row},2022-03-${10 + (row % 9)},P-10${1 + (row % 2)},轴承过热 seal leaks,CM,${row % 5}\n`).join('')}`,
};
const OTHER = { uri: 'orders-2021.csv', text: `${HEADER}\nW-1,2021-03-05,P-101,Seal leaks,CM,4\nW-2,2021-05-06,P-101,Greased,PM,1\n` };
const MANUAL = {
  uri: '手册.md',
  text: '# 泵 P-101 手册\n\nThe seal leakage of P-101 is caused by dry running.\n\nP-101 振动过大的原因是轴承磨损。\n',
};
const DOCUMENTS = [LOG, OTHER, MANUAL];
const COUNT = ['How many work orders are there?', '一共有多少张工单？'] as const;
const QUESTIONS = [
  ...COUNT,
  'What is the total downtime of P-101?',
  'P-101 的停机时间合计是多少？',
  'What was the last work order of P-101?',
  'P-101 最近一次维修是什么？',
];

/** A program that misses every fifth row of a log. */
const missing = (which: number): Reader =>
  async function* (request, signal) {
    for await (const event of readHere(request, signal, refineChunks)) {
      if (event.kind === 'survey') yield { ...event, parserVersion: `${event.parserVersion} without ${which}` };
      else if (event.kind !== 'chunk') yield event;
      else yield { ...event, chunk: { ...event.chunk, records: event.chunk.records.filter(({ ordinal }) => ordinal % 5 !== which) } };
    }
  };
const before = missing(4);

const ask = async (application: Application, question: string) => (await askQuestion(application, CALLER, { question }, NEVER)).content;

async function figures(application: Application): Promise<unknown> {
  const found: unknown[] = [];
  for (const question of QUESTIONS) {
    const { decision, claims, missing: absent } = await ask(application, question);
    found.push([
      question,
      decision,
      absent,
      claims.map(({ text, computed, citations }) => [text, computed?.rows, computed?.proof, citations]),
    ]);
  }
  return found;
}

async function versionOf(application: Application, uri: string): Promise<VersionRow> {
  const version = (await listDocuments(application, CALLER)).find(({ document }) => document.uri === uri)?.versions[0];
  if (version === undefined) throw new Error(`"${uri}" was taken in`);
  return version;
}

/** Has a document read again by the program that is there now. */
async function queueAgain(application: Application, uri: string): Promise<JobId> {
  const { id } = await versionOf(application, uri);
  return (await application.ledger.jobs.enqueue({ tenant: CALLER.tenant, kind: 'ingest', subject: id, payload: {} })).id;
}

/** A folder that the program of before has read: each test has a copy. */
let readBefore = '';
/** What this program makes of the same documents, read by it from the first. */
let fresh: { readonly figures: unknown; readonly state: WholeState };

beforeAll(async () => {
  readBefore = await mkdtemp(join(tmpdir(), 'faultline-read-before-'));
  const old = await openHome(readBefore, { read: before });
  for (const document of DOCUMENTS) await ingest(old, document);
  await old.close();
  fresh = await withApplication(async (application) => {
    for (const document of DOCUMENTS) await ingest(application, document);
    return { figures: await figures(application), state: await wholeState(application) };
  });
}, MINUTES);
afterAll(() => rm(readBefore, { recursive: true, force: true }));

/** On a folder that the program of before has read, opened by this one. */
async function withBefore(work: (application: Application, home: string) => Promise<void>, read?: Reader): Promise<void> {
  await withFolder(async (folder) => {
    const home = join(folder, 'home');
    await cp(readBefore, home, { recursive: true });
    const application = await openHome(home, read === undefined ? {} : { read });
    try {
      await work(application, home);
    } finally {
      await application.close();
    }
  });
}

/** Reads again and looks before each call of some steps. */
async function readAgain(application: Application, steps: readonly (readonly [path: string, call: number])[], look: () => Promise<void>) {
  let watched = application;
  for (const [path, call] of steps) watched = withHook(watched, path, call, look);
  await workJobs(watched, {}, NEVER);
}

const STEPS = [
  ['ledger.stages.commitRead', 1],
  ['ledger.stages.commitRead', 3],
  ['ledger.stages.commitExtracted', 1],
  ['ledger.stages.takePlace', 1],
] as const;

describe('while a log is read again', { timeout: MINUTES }, () => {
  it('its old rows are in every figure to the end, then its new ones, as if they had been read so from the first', async () => {
    await withBefore(async (application) => {
      const old = await figures(application);
      expect(JSON.stringify(old)).toContain(`[[${(ROWS * 4) / 5 + 2}]]`);
      expect(JSON.stringify(fresh.figures)).toContain(`[[${ROWS + 2}]]`);
      await queueAgain(application, LOG.uri);
      const seen: unknown[] = [];
      await readAgain(application, STEPS, async () => void seen.push(await figures(application)));
      expect(seen).toEqual(STEPS.map(() => old));
      expect(await figures(application)).toEqual(fresh.figures);
      for (const { uri } of [OTHER, MANUAL]) await queueAgain(application, uri);
      await workJobs(application, {}, NEVER);
      expect(await wholeState(application)).toEqual(fresh.state);
      // By the same program again, nothing changes.
      for (const { uri } of DOCUMENTS) await queueAgain(application, uri);
      await workJobs(application, {}, NEVER);
      expect(await wholeState(application)).toEqual(fresh.state);
    });
  });

  it('by a worker that stops in the middle, another goes on, though of a third program', async () => {
    await withBefore(async (between, home) => {
      const old = await figures(between);
      for (const { uri } of DOCUMENTS) await queueAgain(between, uri);
      const stop = new AbortController();
      const stopping = withHook(between, 'ledger.stages.commitRead', 3, async () => stop.abort(new Error('it stops')));
      await expect(workJobs(stopping, {}, stop.signal)).rejects.toThrow();
      expect(await figures(between)).toEqual(old);
      const after = await openHome(home);
      await workJobs(after, {}, NEVER);
      expect(await wholeState(after)).toEqual(fresh.state);
      await after.close();
    }, missing(3));
  });

  it('a reading that is cancelled leaves the old rows, with the reason, and can be tried again', async () => {
    await withBefore(async (application) => {
      const old = await figures(application);
      const job = await queueAgain(application, LOG.uri);
      await readAgain(application, [['ledger.stages.commitRead', 3]], async () => void (await cancelJob(application, CALLER, job)));
      expect(await figures(application)).toEqual(old);
      expect(await versionOf(application, LOG.uri)).toMatchObject({
        state: 'settled',
        outcome: 'visible',
        reason: expect.stringContaining('cancelled'),
      });
      await retryJob(application, CALLER, job);
      await workJobs(application, {}, NEVER);
      expect((await ask(application, COUNT[0])).claims[0]?.computed?.rows).toEqual([[ROWS + 2]]);
      expect(await versionOf(application, LOG.uri)).not.toHaveProperty('reason');
    });
  });

  it.each<[string, Reader]>([
    [
      'breaks down',
      async function* (request, signal) {
        yield* firstOf(readHere(request, signal, refineChunks), 3);
        throw new FaultlineError('internal', 'The reader broke down.');
      },
    ],
    [
      'finds nothing in it',
      async function* () {
        const report = { characters: 0, passages: 0, tables: 0, excluded: {}, garbled: 0, warnings: [] };
        yield { kind: 'ended', outcome: 'damaged', reason: 'It cannot be opened.', report, properties: { language: 'none' } };
      },
    ],
  ])('a reader that %s leaves the old rows, with the reason', async (_, read) => {
    await withBefore(async (application) => {
      const old = await figures(application);
      await queueAgain(application, LOG.uri);
      await workJobs(application, {}, NEVER);
      expect(await figures(application)).toEqual(old);
      expect(await versionOf(application, LOG.uri)).toMatchObject({
        outcome: 'visible',
        reason: expect.stringMatching(/what was read before is shown/i),
      });
    }, read);
  });

  it('deleting it takes both readings', async () => {
    const without = await withApplication(async (application) => {
      for (const document of [OTHER, MANUAL]) await ingest(application, document);
      return wholeState(application);
    });
    await withBefore(async (application) => {
      const { documentId } = await versionOf(application, LOG.uri);
      await queueAgain(application, LOG.uri);
      await readAgain(
        application,
        [['ledger.stages.takePlace', 1]],
        async () => void (await deleteDocument(application, CALLER, documentId, NEVER)),
      );
      await workJobs(application, {}, NEVER);
      for (const { uri } of [OTHER, MANUAL]) await queueAgain(application, uri);
      await workJobs(application, {}, NEVER);
      expect(await wholeState(application)).toEqual(without);
    });
  });

  it('what it is cited with by an answer of before is still there under the same id', async () => {
    await withBefore(async (application) => {
      const question = 'P-101 振动过大的原因是什么？';
      const cited = (await ask(application, question)).citations.map(({ passageId }) => passageId);
      expect(cited.length).toBeGreaterThan(0);
      await queueAgain(application, MANUAL.uri);
      await workJobs(application, {}, NEVER);
      const found = await application.ledger.passages.get(await application.ledger.accessFor(CALLER.tenant, 'all'), cited);
      expect(found.map(({ passage }) => passage.id)).toEqual(cited);
    });
  });
});

async function* firstOf<Item>(items: AsyncIterable<Item>, count: number): AsyncGenerator<Item> {
  let place = 0;
  for await (const item of items) {
    if (place === count) return;
    place += 1;
    yield item;
  }
}
