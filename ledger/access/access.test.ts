import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Access } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, ingestSteps, modeKey, PLANT, pumpKey, tokensOf, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anyLabelEvents, anySamples, happen, type LabelEvent, withStatedLabels } from '../test-support/samples.fixture.ts';

async function withLedger<Out>(form: LedgerForm, work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  const ledger = await openEmpty(form, { now: () => 1_700_000_000_000 });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function linesOf(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

/** Everything a reader can learn through the ports, as plain data. */
async function seenBy(ledger: Ledger, access: Access, isWhole = false): Promise<unknown> {
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
  const scope = { tenant: access.tenant, grants: access.grants, isWhole };
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
    values: await ledger.records.values(access, 'work-order', ['asset'], 10),
    exported: await linesOf(ledger.exportCanonical(scope)),
    jobs: await ledger.jobs.list(access.tenant, { limit: 100, scope }),
  };
}

describeLedgers('what a reader gets', (form) => {
  it('is what a ledger that holds only the documents this reader may read would give', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.subarray(['maintenance', 'safety']), async (samples, labels) => {
        const readable = samples.filter((sample) => (sample.claims?.labels ?? []).every((label) => labels.includes(label)));
        const partial = await withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          return seenBy(ledger, await ledger.accessFor(PLANT, labels));
        });
        const alone = await withLedger(form, async (ledger) => {
          for (const sample of readable) await ingest(ledger, sample);
          return seenBy(ledger, await ledger.accessFor(PLANT, labels));
        });
        expect(partial).toEqual(alone);
      }),
      { numRuns: form.tries(25) },
    );
  });

  it('is so too where versions inherit labels and labels are set afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(anyLabelEvents, fc.subarray(['maintenance', 'safety']), async (events, labels) => {
        const standing = new Map(withStatedLabels(events).map(({ uri, claims }) => [uri, claims?.labels ?? []]));
        const isReadable = (uri: string) => (standing.get(uri) ?? []).every((label) => labels.includes(label));
        const seen = (some: readonly LabelEvent[]) =>
          withLedger(form, async (ledger) => {
            for (const event of some) await happen(ledger, event);
            return seenBy(ledger, await ledger.accessFor(PLANT, labels));
          });
        const own = events.filter((event) => isReadable(event.kind === 'send' ? event.sample.uri : event.uri));
        expect(await seen(events)).toEqual(await seen(own));
      }),
      { numRuns: form.tries(10) },
    );
  });

  it('is in the export of one who may read everything what is in the export of the whole ledger', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        await withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          const { tenant, grants } = await ledger.accessFor(PLANT, 'all');
          const whole = await linesOf(ledger.exportCanonical());
          expect(await linesOf(ledger.exportCanonical({ tenant, grants, isWhole: true }))).toEqual(whole);
          expect(await linesOf(ledger.exportCanonical({ tenant, grants, isWhole: false }))).toEqual(whole);
        });
      }),
      { numRuns: form.tries(15) },
    );
  });

  it('holds nothing of a version that is not yet visible or is being retracted, whenever the access was resolved', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.nat(), async (samples, cut) => {
        const [late, ...rest] = samples;
        if (late === undefined) return;
        const expected = await withLedger(form, async (ledger) => {
          for (const sample of rest) await ingest(ledger, sample);
          return seenByAll(ledger);
        });
        await withLedger(form, async (ledger) => {
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
      { numRuns: form.tries(25) },
    );
  });

  const seenByAll = async (ledger: Ledger) => pictureOf(ledger, await ledger.accessFor(PLANT, 'all'));

  /** Without documents in work, their jobs and the export, which show those too. */
  async function pictureOf(ledger: Ledger, access: Access): Promise<unknown> {
    return { ...((await seenBy(ledger, access)) as object), passages: undefined, exported: undefined, jobs: undefined };
  }

  it('can leave out a visible version by the access alone, statistics included', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        const [hidden, ...rest] = samples;
        if (hidden === undefined) return;
        const expected = await withLedger(form, async (ledger) => {
          for (const sample of rest) await ingest(ledger, sample);
          return seenByAll(ledger);
        });
        await withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          const access = await ledger.accessFor(PLANT, 'all');
          expect(await pictureOf(ledger, { ...access, hidden: [versionOf(hidden)] })).toEqual(expected);
        });
      }),
      { numRuns: form.tries(15) },
    );
  });
});
