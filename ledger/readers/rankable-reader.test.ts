import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Access, compareText, ordersNear, type PassageId, type RankablePassage } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anySamples } from '../test-support/samples.fixture.ts';

/** All passages that were ever there, read both ways. */
async function readBoth(ledger: Ledger, access: Access, ids: readonly PassageId[]) {
  const whole: RankablePassage[] = [];
  for (const { passage, documentId, age, tokens } of await ledger.passages.get(access, ids)) {
    const { id, versionId, kind, language, order, scope } = passage;
    const all = await ledger.passages.range(access, versionId, 0, 99);
    const near = ordersNear(passage, (at) => all[at]?.passage.kind).flatMap((at) => (all[at] === undefined ? [] : [all[at].tokens]));
    const owner = await ledger.passages.document(access, documentId);
    const names = { title: owner?.version.title ?? '', uri: owner?.document.uri ?? '' };
    whole.push({ id, versionId, kind, language, order, scope, tokens, documentId, age, near, ...names });
  }
  const ranked = await ledger.passages.rankable(access, ids);
  return { whole, ranked: [...ranked].sort((a, b) => compareText(a.id, b.id)) };
}

describeLedgers('what is remembered of passages', (form) => {
  it('is what the ledger says now, to each reader', async () => {
    const work = fc.array(fc.record({ sample: fc.nat(4), step: fc.constantFrom('ingest', 'remove'), half: fc.boolean() }), {
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(anySamples, work, async (samples, steps) => {
        const ledger = await openEmpty(form, { now: () => 5 });
        try {
          const seen = new Set<PassageId>();
          for (const { sample: at, step, half } of steps) {
            const sample: Sample | undefined = samples[at % Math.max(1, samples.length)];
            if (sample === undefined) return;
            const all = ingestSteps(sample);
            if (step === 'ingest') for (const one of half ? all.slice(0, -1) : all) await one(ledger);
            else {
              await ledger.retract(versionOf(sample));
              await ledger.purge(versionOf(sample));
            }
            for (const labels of ['all', ['maintenance']] as const) {
              const access = await ledger.accessFor(PLANT, labels === 'all' ? 'all' : [...labels]);
              for (const { passage } of await ledger.passages.range(access, versionOf(sample), 0, 99)) seen.add(passage.id);
              const { whole, ranked } = await readBoth(ledger, access, [...seen].sort(compareText));
              expect(ranked).toEqual(whole);
            }
          }
        } finally {
          await ledger.close();
        }
      }),
      { numRuns: form.tries(40) },
    );
  });
});
