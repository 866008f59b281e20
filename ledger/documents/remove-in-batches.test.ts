import { expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../kernel/index.ts';
import { openConnections } from '../connection/open-connections.ts';
import { type Ledger, openLedger } from '../open-ledger.ts';
import { describeKeptLedgers, describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import {
  bytesOf,
  chunksOf,
  exported,
  ingest,
  ingestSteps,
  PLANT,
  type Sample,
  versionOf,
} from '../test-support/sample-documents.fixture.ts';
import { beginRemoval, clearBatch } from './removal.ts';

const clock = { now: () => 1_700_000_000_000 };
const MANUAL: Sample = {
  uri: '手册',
  says: [
    ['P-1', '外部泄漏'],
    ['P-2', 'vibration'],
  ],
};
/** Several batches long, and of one entity with the manual. */
const LOG: Sample = {
  uri: 'log',
  says: Array.from({ length: 300 }, (_, row) => [`P-${row}`, row % 2 === 0 ? '外部泄漏' : 'external leakage'] as const),
  same: [['外部泄漏', 'external leakage', 'vocabulary']],
  rows: Array.from({ length: 200 }, (_, row) => [`P-${row}`, row, 2] as const),
};

const sent = (uri: string) => ({ tenant: PLANT, uri, fileName: 'a.pdf', sha256: sha256(uri), bytes: 1, actor: '张工', claims: {} });

/** Whether a write that was queued while a removal was under way had its turn before the removal's end. */
async function passes(ledger: Ledger, removal: Promise<unknown>): Promise<boolean> {
  const ended: string[] = [];
  const other = ledger.documents.accept(sent('in between')).then(() => ended.push('other'));
  await removal.then(() => ended.push('removal'));
  await other;
  return ended[0] === 'other';
}

describeLedgers('what is taken back', (form) => {
  async function open() {
    const ledger = await openEmpty(form, clock);
    onTestFinished(() => ledger.close());
    // Two connections are open from here on: one that has to be made first would come too late for its turn.
    await Promise.all(['first', 'second'].map((uri) => ledger.documents.accept(sent(uri))));
    return ledger;
  }

  it('lets others write before it has gone: of a log that is deleted', async () => {
    const ledger = await open();
    await ingest(ledger, MANUAL);
    const id = await ingest(ledger, LOG);
    await ledger.retract(id);
    let batches = 0;
    const purge = async () => {
      while (!(await ledger.purge(id))) batches += 1;
    };
    expect(await passes(ledger, purge())).toBe(true);
    expect(batches).toBeGreaterThan(2);
    expect((await exported(ledger)).filter((line) => line.includes(id))).toEqual([]);
  });

  it('lets others write before it has gone: of a log that another program goes on reading before it was ever shown', async () => {
    const ledger = await open();
    const id = versionOf(LOG);
    for (const step of ingestSteps(LOG).slice(0, -1)) await step(ledger);
    const { parsed, tokens } = chunksOf(LOG);
    const [chunk] = parsed;
    if (chunk === undefined) throw new Error('the log has chunks');
    expect(await passes(ledger, ledger.stages.commitParsed(id, 'parser-2', chunk, tokens[0] ?? []))).toBe(true);
    expect(await ledger.stages.last(id, 'parsed')).toMatchObject({ ordinal: 0, tool: 'parser-2' });
    expect(await ledger.stages.last(id, 'extracted')).toBeUndefined();
  });

  it('lets others write before it has gone: of a log whose reading is cancelled', async () => {
    const ledger = await open();
    const { version, job } = await ledger.documents.accept({ ...sent(LOG.uri), sha256: bytesOf(LOG) });
    const { parsed, tokens } = chunksOf(LOG);
    expect(version.id).toBe(versionOf(LOG));
    for (const [index, chunk] of parsed.entries()) await ledger.stages.commitParsed(version.id, 'parser-1', chunk, tokens[index] ?? []);
    if (job === undefined) throw new Error('it has a job');
    expect(await passes(ledger, ledger.jobs.cancel({ tenant: PLANT, job, actor: '张工' }))).toBe(true);
    expect(await ledger.clearing()).toEqual([]);
    expect((await exported(ledger)).filter((line) => line.includes('"line":"passage"'))).toEqual([]);
  });
});

describeKeptLedgers('a removal that a crash breaks off', (form) => {
  it('goes on from any batch to the same end', async () => {
    const place = await form.place();
    onTestFinished(() => place.remove());
    const open = () => openLedger({ store: place.store, clock });
    let ledger = await open();
    await ingest(ledger, MANUAL);
    const without = await exported(ledger);
    const id = await ingest(ledger, LOG);
    const withIt = await exported(ledger);
    for (let batches = 0; ; batches++) {
      await ledger.retract(id);
      let isGone = false;
      for (let batch = 0; batch < batches && !isGone; batch++) isGone = await ledger.purge(id);
      await ledger.close();
      ledger = await open();
      expect(await ledger.retracting()).toEqual(isGone ? [] : [id]);
      while (!(await ledger.purge(id)));
      expect(await exported(ledger)).toEqual(without);
      if (isGone) break;
      await ingest(ledger, LOG);
      expect(await exported(ledger)).toEqual(withIt);
    }
    await ledger.close();
  });

  it('is ended before what is read again is written, whatever stage begins anew', async () => {
    for (const stage of ['survey', 'parsed', 'extracted'] as const) {
      const place = await form.place();
      onTestFinished(() => place.remove());
      const ledger = await openLedger({ store: place.store, clock });
      await ingest(ledger, MANUAL);
      const id = await ingest(ledger, LOG);
      const whole = await exported(ledger);
      await ledger.close();
      const connections = await openConnections({ store: place.store, clock });
      await connections.write((trx) => beginRemoval(trx, id, stage, clock.now()));
      for (let batch = 0; batch < 2; batch++)
        expect(await connections.write((trx) => clearBatch(trx, connections.dialect, id, clock.now()))).toBe(false);
      await connections.close();
      const again = await openLedger({ store: place.store, clock });
      expect(await again.clearing()).toEqual([id]);
      await ingest(again, LOG);
      expect(await exported(again)).toEqual(whole);
      expect(await again.clearing()).toEqual([]);
      await again.close();
    }
  });
});
