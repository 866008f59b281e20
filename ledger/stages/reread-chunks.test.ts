import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openConnections } from '../connection/open-connections.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { describeKeptLedgers, describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { LOG, NEXT } from '../test-support/reread-samples.fixture.ts';
import { chunksOf, exported, ingest, type Program, rereadingSteps, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anySample, anySamples } from '../test-support/samples.fixture.ts';

let now = 0;
const clock = { now: () => ++now };
const ID = versionOf(LOG);

describeLedgers('chunks that are read again of a version that readers are shown', (form) => {
  it('is gone on with where it stopped, and begun anew by a third program', async () => {
    const ledger = await openEmpty(form, clock);
    onTestFinished(() => ledger.close());
    await ingest(ledger, LOG);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, 5)) await step(ledger);
    expect(await ledger.stages.last(ID, 'parsed')).toMatchObject({ ordinal: 2, tool: 'parser-2' });
    expect(await ledger.stages.last(ID, 'extracted')).toBeUndefined();
    expect(await ledger.stages.lastShown(ID, 'parsed')).toMatchObject({ ordinal: 1, tool: 'parser-1' });
    const { parsed, tokens } = chunksOf(NEXT.finds, ID);
    if (parsed[1] === undefined) throw new Error('it has chunks');
    expect(await ledger.stages.commitParsed(ID, 'parser-2', parsed[1], tokens[1] ?? [])).toBe('repeated');
    const material = await ledger.stages.material(ID, 1, 4);
    expect(material.passages.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    expect(material.records.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
    const third = { number: 3, finds: { ...NEXT.finds, rows: [] } };
    for (const step of rereadingSteps(LOG, third)) await step(ledger);
    const fresh = await within(form, async (other) => {
      await ingest(other, LOG, third);
      return exported(other);
    });
    expect(await exported(ledger)).toEqual(fresh);
  });

  it('is the same knowledge as if the last program alone had read all, whatever was read before and came or went between', async () => {
    const programs = fc.array(fc.record({ number: fc.integer({ min: 2, max: 4 }), finds: anySample, stop: fc.nat() }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anySamples, programs, fc.array(fc.nat(), { maxLength: 2 }), async (samples, readings, gone) => {
        const [first, ...others] = samples;
        if (first === undefined) return;
        const lines = await within(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          let last: Program = { number: 1, finds: first };
          for (const [place, { number, finds, stop }] of readings.entries()) {
            const program = { number: number + 10 * place, finds: { ...finds, claims: first.claims ?? {} } };
            const steps = rereadingSteps(first, program);
            const isWhole = stop % 3 !== 0;
            for (const step of isWhole ? steps : steps.slice(0, stop % steps.length)) await step(ledger);
            if (isWhole) last = program;
          }
          for (const pick of gone) {
            const other = others[pick % Math.max(1, others.length)];
            if (other === undefined) continue;
            await ledger.retract(versionOf(other));
            while (!(await ledger.purge(versionOf(other))));
          }
          return { read: await exported(ledger), last };
        });
        const left = others.filter((_, index) => !gone.some((pick) => pick % others.length === index));
        const fresh = await within(form, async (ledger) => {
          for (const sample of left) await ingest(ledger, sample);
          await ingest(ledger, first, lines.last);
          return exported(ledger);
        });
        expect(lines.read).toEqual(fresh);
      }),
      { numRuns: form.tries(25) },
    );
  });
});

async function within<Out>(form: LedgerForm, work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  const ledger = await openEmpty(form, clock);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

describeKeptLedgers('a chunk that is kept of what is read again', (form) => {
  it('is not written when it was changed where it is kept', async () => {
    const place = await form.place();
    onTestFinished(() => place.remove());
    const ledger = await openLedger({ store: place.store, clock });
    await ingest(ledger, LOG);
    const before = await exported(ledger);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, -1)) await step(ledger);
    const connections = await openConnections({ store: place.store, clock });
    await connections.write(async (trx) => {
      const row = await trx.selectFrom('rereading_chunk').selectAll().where('stage', '=', 'parsed').executeTakeFirstOrThrow();
      const content = Buffer.from(row.content);
      content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
      await trx.updateTable('rereading_chunk').set({ content }).where('stage', '=', 'parsed').where('ordinal', '=', row.ordinal).execute();
    });
    await connections.close();
    await expect(steps.at(-1)?.(ledger)).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await exported(ledger)).toEqual(before);
    await ledger.close();
  });
});
