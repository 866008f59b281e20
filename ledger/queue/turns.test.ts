import { expect, it, onTestFinished } from 'vitest';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, type Sample } from '../test-support/sample-documents.fixture.ts';

const MANUAL: Sample = { uri: '手册', says: [['P-101', '泄漏']] };

async function open(form: LedgerForm) {
  const clock = { time: 1_000, now: () => clock.time };
  const ledger = await openEmpty(form, clock);
  onTestFinished(() => ledger.close());
  return { ledger, clock };
}

describeLedgers('a turn', (form) => {
  it('is one at a time, the next when it is given back or its time is over', async () => {
    const { ledger, clock } = await open(form);
    const first = await ledger.turns.take('projector', 100);
    if (first === undefined) throw new Error('nobody holds it yet');
    expect(await ledger.turns.take('projector', 100)).toBeUndefined();
    clock.time += 60;
    expect(await ledger.turns.prolong(first, 100)).toBe(true);
    clock.time += 60;
    expect(await ledger.turns.take('projector', 100)).toBeUndefined();
    await ledger.turns.giveBack(first);
    const second = await ledger.turns.take('projector', 100);
    expect(second?.fence).toBeGreaterThan(first.fence);
    clock.time += 100;
    expect((await ledger.turns.take('projector', 100))?.fence).toBeGreaterThan(second?.fence ?? Number.POSITIVE_INFINITY);
  });

  it('that was lost is told to who had it, and left to who has it now', async () => {
    const { ledger, clock } = await open(form);
    const lost = await ledger.turns.take('projector', 100);
    if (lost === undefined) throw new Error('nobody holds it yet');
    clock.time += 100;
    expect(await ledger.turns.take('projector', 100)).toBeDefined();
    expect(await ledger.turns.prolong(lost, 100)).toBe(false);
    await ledger.turns.giveBack(lost);
    expect(await ledger.turns.take('projector', 100)).toBeUndefined();
    await ledger.turns.endAll();
    expect(await ledger.turns.take('projector', 100)).toBeDefined();
  });

  it('lets only its holder tell what has been projected', async () => {
    const { ledger, clock } = await open(form);
    await ingest(ledger, MANUAL);
    const rows = await ledger.outbox.pending('search', 9);
    const lost = await ledger.turns.take('projector', 100);
    clock.time += 100;
    const held = await ledger.turns.take('projector', 100);
    if (lost === undefined || held === undefined) throw new Error('each took it when it was free');
    expect(await ledger.outbox.delivered(rows, lost)).toBe(false);
    expect(await ledger.outbox.pending('search', 9)).toEqual(rows);
    expect(await ledger.outbox.delivered(rows, held)).toBe(true);
    expect(await ledger.outbox.pending('search', 9)).toEqual([]);
  });
});
