import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LedgerStore } from './connection/open-connections.ts';
import { type Ledger, openLedger } from './open-ledger.ts';
import { describeKeptLedgers, describeLedgers, type LedgerForm, openEmpty } from './test-support/ledger-forms.test-support.ts';
import {
  bytesOf,
  chunksOf,
  exported,
  ingest,
  ingestSteps,
  PLANT,
  type Sample,
  type Step,
  versionOf,
} from './test-support/sample-documents.fixture.ts';
import { anyLabelEvents, anySample, anySamples, happen, withStatedLabels } from './test-support/samples.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };

async function withLedger<Out>(form: LedgerForm, work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  const ledger = await openEmpty(form, clock);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

const ingested = (form: LedgerForm, samples: readonly Sample[]) =>
  withLedger(form, async (ledger) => {
    for (const sample of samples) await ingest(ledger, sample);
    return exported(ledger);
  });

async function remove(ledger: Ledger, sample: Sample): Promise<void> {
  await ledger.retract(versionOf(sample));
  await ledger.purge(versionOf(sample));
}

describeLedgers('what the ledger knows', (form) => {
  it('is the same whether a document is ingested once or twice', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, async (samples) => {
        expect(await ingested(form, [...samples, ...samples])).toEqual(await ingested(form, samples));
      }),
      { numRuns: form.tries(15) },
    );
  });

  it('does not depend on the order of documents', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.infiniteStream(fc.nat()), async (samples, ranks) => {
        const shuffled = samples
          .map((sample) => ({ sample, rank: ranks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ sample }) => sample);
        expect(await ingested(form, shuffled)).toEqual(await ingested(form, samples));
      }),
      { numRuns: form.tries(25) },
    );
  });

  it('is as before when a document was added and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.nat(), async (samples, pick) => {
        const gone = samples[pick % samples.length];
        if (gone === undefined) return;
        const after = await withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          await remove(ledger, gone);
          return exported(ledger);
        });
        expect(after).toEqual(
          await ingested(
            form,
            samples.filter((sample) => sample !== gone),
          ),
        );
      }),
      { numRuns: form.tries(25) },
    );
  });

  it('after an edit equals a deletion and an addition', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, anySample, async (samples, other) => {
        const before = samples[0];
        if (before === undefined) return;
        const edited = { ...other, uri: before.uri, claims: before.claims ?? {} };
        if (bytesOf(edited) === bytesOf(before)) return;
        const after = await withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          expect(
            (
              await ledger.documents.accept({
                tenant: PLANT,
                uri: edited.uri,
                fileName: 'sample.txt',
                sha256: bytesOf(edited),
                bytes: 10,
                actor: 'tester',
                claims: { site: 'north', ...edited.claims },
              })
            ).status,
          ).toBe('new-version');
          await ingest(ledger, edited);
          await remove(ledger, before);
          return exported(ledger);
        });
        expect(after).toEqual(await ingested(form, [...samples.slice(1), edited]));
      }),
      { numRuns: form.tries(15) },
    );
  });

  it('is as before when a version was added and deleted, be its labels stated, inherited or set afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(anyLabelEvents, fc.nat(), async (events, pick) => {
        const versions = withStatedLabels(events);
        const gone = versions[pick % versions.length];
        if (gone === undefined) return;
        const after = await withLedger(form, async (ledger) => {
          for (const event of events) await happen(ledger, event);
          expect(await exported(ledger)).toEqual(await ingested(form, versions));
          await remove(ledger, gone);
          return exported(ledger);
        });
        expect(after).toEqual(
          await ingested(
            form,
            versions.filter((version) => version !== gone),
          ),
        );
      }),
      { numRuns: form.tries(10) },
    );
  });

  it('can be deleted and taken in again, with a higher generation', async () => {
    await fc.assert(
      fc.asyncProperty(anySample, async (sample) => {
        await withLedger(form, async (ledger) => {
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
      { numRuns: form.tries(15) },
    );
  });
});

describeKeptLedgers('a process that dies between any two commits', (form) => {
  it('leaves a ledger from which the rest goes on as if nothing had happened', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), async (samples, deaths) => {
        const { store, remove: removePlace } = await form.place();
        const script = samples.flatMap((sample) => ingestSteps(sample));
        const removal: Step[] = [(ledger) => ledger.retract(removed), (ledger) => ledger.purge(removed)];
        const removed = versionOf(samples[0] ?? { uri: '', says: [] });
        for (const death of deaths) await die(store, script, death % (script.length + 1));
        await die(store, script, script.length);
        await die(store, removal, (deaths[0] ?? 0) % 3);
        await die(store, removal, 2);
        const ledger = await openLedger({ store, clock });
        const survived = await exported(ledger);
        await ledger.close();
        await removePlace();
        expect(survived).toEqual(await ingested(form, samples.slice(1)));
      }),
      { numRuns: form.tries(8) },
    );
  });

  /** Runs the first steps from the start, as a worker that resumes does, and leaves without a word. */
  async function die(store: LedgerStore, script: readonly Step[], steps: number): Promise<void> {
    const ledger = await openLedger({ store, clock });
    for (const step of script.slice(0, steps)) await step(ledger);
    await ledger.close();
  }

  it('leaves nothing of a commit that failed half-way', async () => {
    await withLedger(form, async (ledger) => {
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
