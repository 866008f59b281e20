import { expect, it, onTestFinished } from 'vitest';
import { makeDocumentId } from '../../kernel/index.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const LOG: Sample = { uri: '日志 log', says: [], rows: [['P-101', 0, 4]] };
const DESCRIBED = { language: 'mixed', title: '日志' } as const;
const OTHER_CHUNK = { ordinal: 0, inputHash: 'other', carry: null, passages: [], records: [], excluded: [] };

describeLedgers('logs whose rows are in no figure now', (form) => {
  async function open() {
    const ledger = await openEmpty(form, { now: () => 1 });
    onTestFinished(() => ledger.close());
    const access = () => ledger.accessFor(PLANT, 'all');
    const named = (isAgain: boolean) => [{ fileName: 'sample.txt', documentId: makeDocumentId(PLANT, LOG.uri), isAgain }];
    return { ledger, access, named };
  }

  it('are none once they are read', async () => {
    const { ledger, access, named } = await open();
    const [accept, ...others] = ingestSteps(LOG);
    await accept?.(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    expect(await ledger.records.beingRead(await access())).toEqual(named(false));
    for (const step of others) await step(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    expect(await ledger.records.beingRead(await access())).toEqual([]);
  });

  it('are those read again, as such, also for who began to ask before that ended', async () => {
    const { ledger, access, named } = await open();
    const id = await ingest(ledger, LOG);
    await ledger.documents.describe(id, DESCRIBED, 'csv');
    await ledger.stages.commitParsed(id, 'parser-2', OTHER_CHUNK, []);
    expect(await ledger.records.beingRead(await access())).toEqual(named(true));
    await ledger.stages.commitResolved(id);
    const before = await access();
    expect(before.hidden).toEqual([id]);
    await ledger.documents.settle(id, 'visible', undefined, undefined);
    await ledger.makeVisible(id);
    expect(await ledger.records.beingRead(before)).toEqual(named(true));
    expect(await ledger.records.beingRead(await access())).toEqual([]);
  });
});
