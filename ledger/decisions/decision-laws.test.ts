import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Decision, type DecisionId, makeFact } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { exported, ingest, modeKey, PLANT, pumpKey, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';
import { anySamples } from '../test-support/samples.fixture.ts';

type Making = Exclude<Decision, { kind: 'undo' }>;
type Action =
  | { readonly kind: 'ingest' | 'delete'; readonly document: number }
  | { readonly kind: 'decide'; readonly decision: Making }
  | { readonly kind: 'undo'; readonly nth: number };

const NOTE = { actor: 'engineer', reason: 'a law' };
const MODES = ['外部泄漏', 'external leakage', 'leak', 'vibration', '振动', 'seal wear'].map(modeKey);
const PUMPS = ['P-101', 'P-102', 'V-7', '循环泵-3'].map(pumpKey);
const pairOf = (keys: typeof MODES) =>
  fc
    .uniqueArray(fc.constantFrom(...keys), { minLength: 2, maxLength: 2, selector: (key) => key.id })
    .map((pair) => pair.map((key) => key.id).sort());
const anyPair: fc.Arbitrary<Making> = fc
  .tuple(fc.constantFrom('must-link' as const, 'cannot-link' as const), fc.oneof(pairOf(MODES), pairOf(PUMPS)))
  .map(([kind, [a, b]]) => {
    if (a === undefined || b === undefined) throw new Error('a pair has two keys');
    return { kind, a, b };
  });
/** The facts that the samples put in quarantine. */
const anyFact: fc.Arbitrary<Making> = fc
  .tuple(fc.constantFrom('accept-fact' as const, 'reject-fact' as const), fc.constantFrom(...MODES), fc.constantFrom(...PUMPS))
  .map(([kind, mode, pump]) => ({ kind, fact: makeFact(mode.id, 'HAS_EFFECT', { kind: 'key', key: pump.id }, []).id }));
const anyDecision = fc.oneof(anyPair, anyFact);
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ingest' as const, 'delete' as const), document: fc.nat({ max: 4 }) }),
  fc.record({ kind: fc.constant('decide' as const), decision: anyDecision }),
  fc.record({ kind: fc.constant('undo' as const), nth: fc.nat() }),
);

async function withLedger<Out>(form: LedgerForm, work: (ledger: Ledger) => Promise<Out>): Promise<Out> {
  let now = 0;
  // Instants are never part of knowledge, so they may go on.
  const ledger = await openEmpty(form, { now: () => ++now });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function remove(ledger: Ledger, sample: Sample): Promise<void> {
  await ledger.retract(versionOf(sample));
  await ledger.purge(versionOf(sample));
}

/** Runs the actions that can be run and gives what was decided, in order, and which documents are left. */
async function run(ledger: Ledger, samples: readonly Sample[], actions: readonly Action[]) {
  const log: Decision[] = [];
  const made: DecisionId[] = [];
  const present = new Set<Sample>();
  for (const action of actions) {
    if (action.kind === 'ingest' || action.kind === 'delete') {
      const sample = samples[action.document % samples.length];
      if (sample === undefined) continue;
      if (action.kind === 'ingest') await ingest(ledger, sample);
      else await remove(ledger, sample);
      if (action.kind === 'ingest') present.add(sample);
      else present.delete(sample);
      continue;
    }
    const target = action.kind === 'undo' ? made[action.nth % Math.max(1, made.length)] : undefined;
    if (action.kind === 'undo' && target === undefined) continue;
    const decision: Decision = action.kind === 'decide' ? action.decision : { kind: 'undo', undoes: target as DecisionId };
    if (decision.kind === 'undo' && (await ledger.decisions.find(PLANT, decision.undoes))?.state === 'undone') continue;
    made.push((await ledger.decisions.decide(PLANT, { ...NOTE, decision })).id);
    log.push(decision);
  }
  return { log, present: [...present] };
}

/** A ledger that knew all decisions before any document came. */
const decidedFirst = (form: LedgerForm, log: readonly Decision[], samples: readonly Sample[]) =>
  withLedger(form, async (ledger) => {
    for (const decision of log) await ledger.decisions.decide(PLANT, { ...NOTE, decision });
    for (const sample of samples) await ingest(ledger, sample);
    return exported(ledger);
  });

describeLedgers('what people decide', (form) => {
  it('holds whatever came and went between, as if all of it had been decided before anything came', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(anyAction, { maxLength: 12 }), (samples, actions) =>
        withLedger(form, async (ledger) => {
          const { log, present } = await run(ledger, samples, actions);
          expect(await exported(ledger)).toEqual(await decidedFirst(form, log, present));
        }),
      ),
      { numRuns: form.tries(25) },
    );
  });

  it('leaves no trace in the knowledge once it is undone', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(anyDecision, { maxLength: 3 }), anyDecision, (samples, earlier, decision) =>
        withLedger(form, async (ledger) => {
          for (const sample of samples) await ingest(ledger, sample);
          for (const one of earlier) await ledger.decisions.decide(PLANT, { ...NOTE, decision: one });
          const before = await exported(ledger);
          const { id } = await ledger.decisions.decide(PLANT, { ...NOTE, decision });
          await ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'undo', undoes: id } });
          expect(await exported(ledger)).toEqual(before);
        }),
      ),
      { numRuns: form.tries(15) },
    );
  });

  it('outlives a document that is deleted and taken in again', async () => {
    await fc.assert(
      fc.asyncProperty(anySamples, fc.array(anyDecision, { minLength: 1, maxLength: 4 }), fc.nat(), (samples, decisions, pick) =>
        withLedger(form, async (ledger) => {
          const sample = samples[pick % samples.length];
          if (sample === undefined) return;
          for (const one of samples) await ingest(ledger, one);
          for (const decision of decisions) await ledger.decisions.decide(PLANT, { ...NOTE, decision });
          const before = await exported(ledger);
          await remove(ledger, sample);
          await ingest(ledger, sample);
          expect(await exported(ledger)).toEqual(before);
        }),
      ),
      { numRuns: form.tries(25) },
    );
  });

  it('does not depend on the order of decisions on different matters', async () => {
    const apart = fc.uniqueArray(anyDecision, {
      minLength: 2,
      maxLength: 5,
      selector: (decision) => ('a' in decision ? `${decision.a} ${decision.b}` : 'fact' in decision ? decision.fact : decision.kind),
    });
    await fc.assert(
      fc.asyncProperty(anySamples, apart, async (samples, decisions) => {
        expect(await decidedFirst(form, [...decisions].reverse(), samples)).toEqual(await decidedFirst(form, decisions, samples));
      }),
      { numRuns: form.tries(25) },
    );
  });
});
