import { expect, it, onTestFinished } from 'vitest';
import { makeDocumentId, makeFact } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { LOG, NEXT, OTHER } from '../test-support/reread-samples.fixture.ts';
import {
  chunksOf,
  exported,
  ingest,
  modeKey,
  PLANT,
  type Program,
  pumpKey,
  rereadingSteps,
  type Sample,
  versionOf,
} from '../test-support/sample-documents.fixture.ts';

let now = 0;
let step = 1;
const clock = {
  now: () => {
    now += step;
    return now;
  },
};
const NEVER = new AbortController().signal;
const NOTE = { actor: '李伟', reason: '一样 the same' };
const ID = versionOf(LOG);

async function opened(form: LedgerForm): Promise<Ledger> {
  const ledger = await openEmpty(form, clock);
  onTestFinished(() => ledger.close());
  return ledger;
}

async function freshBy(form: LedgerForm, program: Program, also: readonly Sample[] = []): Promise<readonly string[]> {
  const ledger = await opened(form);
  for (const sample of also) await ingest(ledger, sample);
  await ingest(ledger, LOG, program);
  return exported(ledger);
}

const rowsOf = async (ledger: Ledger) =>
  ledger.records.count(await ledger.accessFor(PLANT, 'all'), { from: 'work-order', where: { kind: 'all', filters: [] } }, NEVER);

describeLedgers('what is read again of a version that readers are shown', (form) => {
  it('changes nothing that is known until it takes the place of what was, and then gives what a first reading gives', async () => {
    const ledger = await opened(form);
    await ingest(ledger, OTHER);
    await ingest(ledger, LOG);
    const before = await exported(ledger);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, -1)) {
      await step(ledger);
      expect(await exported(ledger)).toEqual(before);
      expect(await rowsOf(ledger)).toBe(2);
      expect((await ledger.accessFor(PLANT, 'all')).hidden).toEqual([]);
      expect(await ledger.records.beingRead(await ledger.accessFor(PLANT, 'all'))).toEqual([]);
    }
    await steps.at(-1)?.(ledger);
    expect(await exported(ledger)).toEqual(await freshBy(form, NEXT, [OTHER]));
    expect(await rowsOf(ledger)).toBe(3);
    expect((await ledger.documents.find(PLANT, ID))?.version).toMatchObject({ state: 'settled', title: 'Manual 日志 2' });
    expect(await ledger.content.check(ID, NEVER)).toBeUndefined();
    expect((await ledger.outbox.pending('search', 99)).map(({ unit }) => unit.id)).toContain(ID);
    expect(await ledger.stages.isReread(ID)).toBe(false);
  });

  it('of extraction alone leaves the passages, and is found in them as parsing left them', async () => {
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    const material = await ledger.stages.material(ID, 0, 99);
    expect(material.passages.every(({ scope }) => scope.length === 0)).toBe(true);
    expect(material.records.every(({ columns }) => !('coded:activity' in columns))).toBe(true);
    const [chunk, ...others] = chunksOf(LOG).extracted;
    if (chunk === undefined) throw new Error('it has chunks');
    const less = { ...chunk, facts: [], links: [], coded: [], scopes: [], quarantine: [] };
    for (const one of [less, ...others]) await ledger.stages.commitExtracted(ID, 'extractor-2', one);
    await ledger.stages.takePlace(ID, { outcome: 'visible', reason: undefined, report: undefined });
    const lines = await exported(ledger);
    expect(lines.filter((line) => line.includes('"line":"passage"'))).toHaveLength(4);
    expect(lines.filter((line) => line.includes('"line":"evidence"'))).toEqual([]);
  });

  it('is forgotten when it comes to nothing: what was shown stays, with the reason until it is read again', async () => {
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    const before = await exported(ledger);
    for (const step of rereadingSteps(LOG, NEXT).slice(0, 6)) await step(ledger);
    expect(await ledger.stages.breakOff(ID, '读取失败 reading failed')).toBe(true);
    expect((await ledger.documents.find(PLANT, ID))?.version).toMatchObject({ outcome: 'visible', reason: '读取失败 reading failed' });
    expect(await rowsOf(ledger)).toBe(2);
    expect(await ledger.stages.isReread(ID)).toBe(false);
    for (const step of rereadingSteps(LOG, { number: 1, finds: LOG })) await step(ledger);
    expect(await exported(ledger)).toEqual(before);
  });

  it('is described by the reading that took its place, not by one that stopped before it', async () => {
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    const before = await exported(ledger);
    await rereadingSteps(LOG, NEXT)[0]?.(ledger);
    for (const step of rereadingSteps(LOG, { number: 1, finds: LOG })) await step(ledger);
    expect(await exported(ledger)).toEqual(before);
  });

  it('leaves leases to who holds them, however long they could not be prolonged', async () => {
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    await ingest(ledger, OTHER);
    const [one, other] = [await ledger.jobs.claim('one', 9_000), await ledger.jobs.claim('other', 9_000)];
    if (one === undefined || other === undefined) throw new Error('two documents wait');
    const steps = rereadingSteps(LOG, NEXT);
    for (const earlier of steps.slice(0, -1)) await earlier(ledger);
    const began = now;
    step = 3_000;
    await steps.at(-1)?.(ledger);
    step = 1;
    expect(now - began).toBeGreaterThan(18_000);
    expect(await ledger.jobs.claim('third', 9_000)).toBeUndefined();
    for (const lease of [one, other]) expect(await ledger.jobs.heartbeat(lease, 9_000)).toBe(true);
  });

  it('leaves all as it was when it cannot be written', async () => {
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    const before = await exported(ledger);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, -2)) await step(ledger);
    const chunk = chunksOf(NEXT.finds, ID).extracted.at(-1);
    const said = chunksOf(NEXT.finds, ID).extracted[0]?.facts[0];
    if (chunk === undefined || said === undefined) throw new Error('it has chunks');
    const misquoted = { ...chunk, facts: [{ ...said, evidence: { ...said.evidence, quote: 'P-999' } }] };
    await ledger.stages.commitExtracted(ID, 'extractor-2', misquoted);
    await expect(steps.at(-1)?.(ledger)).rejects.toThrow(/quote/);
    expect(await exported(ledger)).toEqual(before);
    expect(await ledger.stages.isReread(ID)).toBe(true);
  });

  it('goes with its document, before or after it took its place', async () => {
    const ledger = await opened(form);
    await ingest(ledger, OTHER);
    const without = await exported(ledger);
    const steps = rereadingSteps(LOG, NEXT);
    for (let stop = 0; stop <= steps.length; stop++) {
      await ingest(ledger, LOG);
      for (const step of steps.slice(0, stop)) await step(ledger);
      await ledger.deleteDocument(makeDocumentId(PLANT, LOG.uri), 'tester');
      for (const step of steps.slice(stop, stop + 1)) await expect(step(ledger)).rejects.toMatchObject({ code: 'busy' });
      while (!(await ledger.purge(ID)));
      expect(await exported(ledger)).toEqual(without);
      expect(await ledger.stages.isReread(ID)).toBe(false);
      expect(await ledger.stages.last(ID, 'parsed')).toBeUndefined();
    }
  });

  it('stands under the labels that its document has been put under meanwhile, with its terms', async () => {
    const relabelled = async (ledger: Ledger) =>
      ledger.documents.setLabels({
        tenant: PLANT,
        document: makeDocumentId(PLANT, LOG.uri),
        labels: ['安全'],
        holds: 'all',
        actor: 'tester',
      });
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, 4)) await step(ledger);
    await relabelled(ledger);
    for (const step of steps.slice(4)) await step(ledger);
    const fresh = await opened(form);
    await ingest(fresh, LOG, NEXT);
    await relabelled(fresh);
    expect(await exported(ledger)).toEqual(await exported(fresh));
    for (const labels of [['安全'], []]) {
      const [access, other] = [await ledger.accessFor(PLANT, labels), await fresh.accessFor(PLANT, labels)];
      expect(await ledger.passages.statistics(access, ['振动', 'p-101'])).toEqual(
        await fresh.passages.statistics(other, ['振动', 'p-101']),
      );
    }
  });

  it('keeps to what people decided before it, amid it and after it', async () => {
    const fact = makeFact(modeKey('外部泄漏').id, 'HAS_EFFECT', { kind: 'key', key: pumpKey('P-101').id }, []).id;
    const later = makeFact(modeKey('振动').id, 'HAS_EFFECT', { kind: 'key', key: pumpKey('V-7').id }, []).id;
    const decide = (ledger: Ledger, of: typeof fact) =>
      ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'accept-fact', fact: of } });
    const join = (ledger: Ledger) => {
      const [a, b] = [modeKey('振动').id, modeKey('vibration').id].sort();
      if (a === undefined || b === undefined) throw new Error('two keys');
      return ledger.decisions.decide(PLANT, { ...NOTE, decision: { kind: 'must-link', a, b } });
    };
    const ledger = await opened(form);
    await ingest(ledger, LOG);
    await decide(ledger, fact);
    const steps = rereadingSteps(LOG, NEXT);
    for (const step of steps.slice(0, -1)) await step(ledger);
    await join(ledger);
    await decide(ledger, later);
    await steps.at(-1)?.(ledger);
    const fresh = await opened(form);
    await decide(fresh, fact);
    await join(fresh);
    await decide(fresh, later);
    await ingest(fresh, LOG, NEXT);
    expect(await exported(ledger)).toEqual(await exported(fresh));
  });
});
