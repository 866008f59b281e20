import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../kernel/index.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { countReads } from '../test-support/count-reads.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { deliver, ingest, ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };
const MANUAL: Sample = { uri: '手册', says: [['P-101', '外部泄漏']] };
/** Place of `commitResolved` among the steps of an ingest, from the end. */
const RESOLVED = -3;

const hiddenNow = async (ledger: Ledger) => (await ledger.accessFor(PLANT, 'all')).hidden;

async function deliverAll(ledger: Ledger): Promise<void> {
  await deliver(ledger, 'search');
  await deliver(ledger, 'graph');
}

async function accept(ledger: Ledger, uri: string) {
  const sent = { tenant: PLANT, uri, fileName: 'scan.pdf', sha256: sha256(uri), bytes: 1, actor: '张工', claims: {} };
  return (await ledger.documents.accept(sent)).version.id;
}

describe('what every read carries', () => {
  it('is the same with thousands of documents that wait or could not be read', async () => {
    const ledger = await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock });
    onTestFinished(() => ledger.close());
    await ingest(ledger, MANUAL);
    const few = await countReads(() => ledger.accessFor(PLANT, 'all'));
    for (let index = 0; index < 2_000; index++) {
      const id = await accept(ledger, `扫描件 ${index} scan`);
      if (index % 3 > 0) await ledger.documents.settle(id, index % 3 === 1 ? 'unread-scan' : 'failed', 'no text', undefined);
    }
    expect(await hiddenNow(ledger)).toEqual([]);
    expect(await countReads(() => ledger.accessFor(PLANT, 'all'))).toEqual(few);
  });

  it('stays short while an index is away: what is deleted beyond that is refused for now', async () => {
    const ledger = await openLedger({ store: { kind: 'sqlite', path: ':memory:' }, clock });
    onTestFinished(() => ledger.close());
    for (let index = 0; index < 2_000; index++) expect(await ledger.retract(await accept(ledger, `manual ${index}`))).toBe(true);
    expect(await hiddenNow(ledger)).toHaveLength(2_000);
    const one = await accept(ledger, 'one more');
    await expect(ledger.retract(one)).rejects.toMatchObject({ code: 'busy' });
    const turn = await ledger.turns.take('projector', 1_000);
    if (turn === undefined) throw new Error('nobody else takes a turn here');
    for (const target of ['search', 'graph'] as const) await ledger.outbox.delivered(await ledger.outbox.pending(target, 3_000), turn);
    expect(await hiddenNow(ledger)).toEqual([]);
    expect(await ledger.retract(one)).toBe(true);
  });
});

describeLedgers('a version that a projection may hold and nobody sees', (form) => {
  async function open() {
    const ledger = await openEmpty(form, clock);
    onTestFinished(() => ledger.close());
    return ledger;
  }

  it('is carried from its resolution until it is shown', async () => {
    const ledger = await open();
    const steps = ingestSteps(MANUAL);
    for (const step of steps.slice(0, RESOLVED)) await step(ledger);
    expect(await hiddenNow(ledger)).toEqual([]);
    await steps.at(RESOLVED)?.(ledger);
    expect(await hiddenNow(ledger)).toEqual([versionOf(MANUAL)]);
    await deliverAll(ledger);
    expect(await hiddenNow(ledger)).toEqual([versionOf(MANUAL)]);
    for (const step of steps.slice(RESOLVED + 1)) await step(ledger);
    expect(await hiddenNow(ledger)).toEqual([]);
  });

  it('is carried while it leaves, until all projections have dropped it', async () => {
    const ledger = await open();
    const id = await ingest(ledger, MANUAL);
    await deliverAll(ledger);
    await ledger.retract(id);
    expect(await hiddenNow(ledger)).toEqual([id]);
    await deliver(ledger, 'search');
    expect(await hiddenNow(ledger)).toEqual([id]);
    await deliver(ledger, 'graph');
    expect(await hiddenNow(ledger)).toEqual([]);
  });

  it('is not carried while it is read again by another program: what was read before is what a projection holds', async () => {
    const ledger = await open();
    const id = await ingest(ledger, MANUAL);
    await deliverAll(ledger);
    const chunk = { ordinal: 0, inputHash: 'other', carry: null, passages: [], records: [], excluded: [] };
    await ledger.stages.commitParsed(id, 'parser-2', chunk, []);
    expect(await hiddenNow(ledger)).toEqual([]);
    await ledger.stages.takePlace(id, { outcome: 'visible', reason: undefined, report: undefined });
    expect(await hiddenNow(ledger)).toEqual([]);
  });
});
