import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Access } from '../kernel/index.ts';
import { type Ledger, openLedger } from './open-ledger.ts';
import {
  bytesOf,
  chunksOf,
  exported,
  ingest,
  ingestSteps,
  modeKey,
  PLANT,
  pumpKey,
  type Sample,
  type Step,
  tokensOf,
  versionOf,
} from './sample-documents.fixture.ts';
import { anySample, anySamples } from './samples.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };
const open = () => openLedger({ path: ':memory:', clock });

async function withLedger<Out>(work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  const ledger = await open();
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

const ingested = (samples: readonly Sample[]) =>
  withLedger(async (ledger) => {
    for (const sample of samples) await ingest(ledger, sample);
    return exported(ledger);
  });

async function remove(ledger: Ledger, sample: Sample): Promise<void> {
  await ledger.retract(versionOf(sample));
  await ledger.purge(versionOf(sample));
}

describe('what the ledger knows', () => {
  it('is the same whether a document is ingested once or twice', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        expect(await ingested([...samples, ...samples])).toEqual(await ingested(samples));
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order of documents', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.infiniteStream(fc.nat()), async (samples, ranks) => {
        const shuffled = samples
          .map((sample) => ({ sample, rank: ranks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ sample }) => sample);
        expect(await ingested(shuffled)).toEqual(await ingested(samples));
      }),
      { numRuns: 25 },
    );
  });

  it('is as before when a document was added and deleted, also when its readers interleave', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.nat(), async (samples, pick) => {
        const gone = samples[pick % samples.length];
        if (gone === undefined) return;
        const after = await withLedger(async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          await remove(ledger, gone);
          return exported(ledger);
        });
        expect(after).toEqual(await ingested(samples.filter((sample) => sample !== gone)));
      }),
      { numRuns: 25 },
    );
  });

  it('after an edit equals a deletion and an addition', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, anySample, async (samples, other) => {
        const before = samples[0];
        if (before === undefined) return;
        const edited = { ...other, uri: before.uri, claims: before.claims ?? {} };
        if (bytesOf(edited) === bytesOf(before)) return;
        const after = await withLedger(async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          expect(
            (
              await ledger.documents.accept({
                tenant: PLANT,
                uri: edited.uri,
                fileName: 'sample.txt',
                sha256: bytesOf(edited),
                bytes: 10,
                claims: { site: 'north', ...edited.claims },
              })
            ).status,
          ).toBe('new-version');
          await ingest(ledger, edited);
          await remove(ledger, before);
          return exported(ledger);
        });
        expect(after).toEqual(await ingested([...samples.slice(1), edited]));
      }),
      { numRuns: 15 },
    );
  });

  it('can be deleted and taken in again, with a higher generation', async () => {
    await fc.assert(
      fc.asyncProperty(anySample, async (sample) => {
        await withLedger(async (ledger) => {
          await ingest(ledger, sample);
          const first = await ledger.documents.find(PLANT, versionOf(sample));
          const before = await exported(ledger);
          await remove(ledger, sample);
          expect(await exported(ledger)).toEqual([]);
          await ingest(ledger, sample);
          expect(await exported(ledger)).toEqual(before);
          const second = await ledger.documents.find(PLANT, versionOf(sample));
          expect(second?.version.generation).toBeGreaterThan(first?.version.generation ?? Number.POSITIVE_INFINITY);
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe('a process that dies between any two commits', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faultline-crash-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves a ledger from which the rest goes on as if nothing had happened', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), async (samples, deaths) => {
        run += 1;
        const path = join(folder, `${run}.db`);
        const script = samples.flatMap(ingestSteps);
        const removal: Step[] = [(ledger) => ledger.retract(removed), (ledger) => ledger.purge(removed)];
        const removed = versionOf(samples[0] ?? { uri: '', says: [] });
        for (const death of deaths) await die(path, script, death % (script.length + 1));
        await die(path, script, script.length);
        await die(path, removal, (deaths[0] ?? 0) % 3);
        await die(path, removal, 2);
        const ledger = await openLedger({ path, clock });
        const survived = await exported(ledger);
        await ledger.close();
        expect(survived).toEqual(await ingested(samples.slice(1)));
      }),
      { numRuns: 8 },
    );
  });

  /** Runs the first steps from the start, as a worker that resumes does, and leaves without a word. */
  async function die(path: string, script: readonly Step[], steps: number): Promise<void> {
    const ledger = await openLedger({ path, clock });
    for (const step of script.slice(0, steps)) await step(ledger);
    await ledger.close();
  }

  it('leaves nothing of a commit that failed half-way', async () => {
    await withLedger(async (ledger) => {
      const sample: Sample = { uri: 'a', says: [['P-101', '振动']] };
      await ingest(ledger, sample);
      const before = await exported(ledger);
      const broken: Sample = { uri: 'b', says: [['P-102', '泄漏']] };
      const [accept, describeStep, survey, parsed] = ingestSteps(broken);
      for (const step of [accept, describeStep, survey, parsed]) await step?.(ledger);
      const parsedOnly = await exported(ledger);
      const passage = chunksOf(broken).extracted[0];
      if (passage === undefined) throw new Error('the sample has a chunk');
      const misquoted = {
        ...passage,
        facts: passage.facts.map(({ fact, evidence }) => ({ fact, evidence: { ...evidence, quote: 'P-999' } })),
      };
      await expect(ledger.stages.commitExtracted(versionOf(broken), 'extractor-1', misquoted)).rejects.toThrow(/quote/);
      expect(await exported(ledger)).toEqual(parsedOnly);
      await remove(ledger, broken);
      expect(await exported(ledger)).toEqual(before);
    });
  });
});

/** Everything a reader can learn through the ports, as plain data. */
async function seenBy(ledger: Ledger, access: Access): Promise<unknown> {
  const keys = [
    pumpKey('P-101'),
    pumpKey('P-102'),
    modeKey('leak'),
    modeKey('外部泄漏'),
    modeKey('external leakage'),
    modeKey('seal wear'),
  ];
  const signal = new AbortController().signal;
  const documents = await ledger.passages.documents(access);
  const statistics = await ledger.passages.statistics(access, tokensOf('P-101 has leak 外部泄漏 vibration unknown'));
  const everyVersion = (await ledger.documents.list(access)).flatMap(({ versions }) => versions.map((version) => version.id));
  const passages = [];
  for (const version of everyVersion) passages.push(await ledger.passages.range(access, version, 0, 99));
  const ids = keys.map((key) => key.id);
  return {
    documents: documents.map(({ document, version }) => [document.id, version.id, version.title]),
    statistics: { ...statistics, frequency: [...statistics.frequency].sort() },
    passages,
    found: await ledger.keys.find(
      access,
      keys.map((key) => key.folded),
    ),
    ofTypes: await ledger.keys.ofTypes(access, ['FailureMode', 'FunctionalLocation'], 4),
    entities: [...(await ledger.keys.entities(access, ids))],
    about: await ledger.keys.about(access, ids, [], 50),
    figures: await ledger.records.aggregate(
      access,
      {
        from: 'work-order',
        where: { kind: 'not', filter: { kind: 'equals', field: 'asset', value: 'v 7' } },
        groupBy: [
          { kind: 'field', field: 'coded:activity' },
          { kind: 'time', field: 'date', unit: 'quarter' },
        ],
        measures: [{ kind: 'count' }, { kind: 'mean', field: 'duration' }, { kind: 'distinct', field: 'asset' }],
        orderBy: [{ by: 'measure', index: 0, direction: 'descending' }],
        limit: 20,
      },
      signal,
    ),
    rows: await ledger.records.rows(access, { from: 'work-order', where: { kind: 'all', filters: [] }, offset: 0, limit: 50 }, signal),
    values: await ledger.records.values(access, 'work-order', 'asset', 10),
  };
}

describe('what a reader gets', () => {
  it('is what a ledger that holds only the documents this reader may read would give', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.subarray(['maintenance', 'safety']), async (samples, labels) => {
        const readable = samples.filter((sample) => (sample.claims?.labels ?? []).every((label) => labels.includes(label)));
        const partial = await withLedger(async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          return seenBy(ledger, await ledger.accessFor(PLANT, labels));
        });
        const alone = await withLedger(async (ledger) => {
          for (const sample of readable) await ingest(ledger, sample);
          return seenBy(ledger, await ledger.accessFor(PLANT, labels));
        });
        expect(partial).toEqual(alone);
      }),
      { numRuns: 25 },
    );
  });

  it('holds nothing of a version that is not yet visible or is being retracted, whenever the access was resolved', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.nat(), async (samples, cut) => {
        const [late, ...rest] = samples;
        if (late === undefined) return;
        const expected = await withLedger(async (ledger) => {
          for (const sample of rest) await ingest(ledger, sample);
          return seenByAll(ledger);
        });
        await withLedger(async (ledger) => {
          for (const sample of rest) await ingest(ledger, sample);
          const early = await ledger.accessFor(PLANT, 'all');
          const steps = ingestSteps(late);
          for (const step of steps.slice(0, cut % steps.length)) await step(ledger);
          expect(await pictureOf(ledger, await ledger.accessFor(PLANT, 'all'))).toEqual(expected);
          for (const step of steps) await step(ledger);
          await ledger.retract(versionOf(late));
          expect(await pictureOf(ledger, await ledger.accessFor(PLANT, 'all'))).toEqual(expected);
          expect((await ledger.passages.statistics(early, [])).passages).toBe(
            (await ledger.passages.statistics(await ledger.accessFor(PLANT, 'all'), [])).passages,
          );
        });
      }),
      { numRuns: 25 },
    );
  });

  const seenByAll = async (ledger: Ledger) => pictureOf(ledger, await ledger.accessFor(PLANT, 'all'));

  /** Without the list of documents in work, which shows those too. */
  async function pictureOf(ledger: Ledger, access: Access): Promise<unknown> {
    return { ...((await seenBy(ledger, access)) as object), passages: undefined };
  }

  it('can leave out a visible version by the access alone, statistics included', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        const [hidden, ...rest] = samples;
        if (hidden === undefined) return;
        const expected = await withLedger(async (ledger) => {
          for (const sample of rest) await ingest(ledger, sample);
          return seenByAll(ledger);
        });
        await withLedger(async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          const access = await ledger.accessFor(PLANT, 'all');
          expect(await pictureOf(ledger, { ...access, hidden: [versionOf(hidden)] })).toEqual(expected);
        });
      }),
      { numRuns: 15 },
    );
  });
});
