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
    const named = [{ fileName: 'sample.txt', documentId: makeDocumentId(PLANT, LOG.uri) }];
    return { ledger, access, named };
  }

  it('are none once they are read', async () => {
    const { ledger, access, named } = await open();
    const [accept, ...others] = ingestSteps(LOG);
    await accept?.(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    expect(await ledger.records.beingRead(await access())).toEqual(named);
    for (const step of others) await step(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    expect(await ledger.records.beingRead(await access())).toEqual([]);
  });

  it('are among the files of all forms that are being read, a manual is one of those alone', async () => {
    const { ledger, access, named } = await open();
    const [accept, ...others] = ingestSteps(LOG);
    await accept?.(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'markdown');
    expect(await ledger.passages.beingRead(await access())).toEqual(named);
    expect(await ledger.records.beingRead(await access())).toEqual([]);
    for (const step of others) await step(ledger);
    expect(await ledger.passages.beingRead(await access())).toEqual([]);
  });

  it('are named also to who began to ask before their reading ended', async () => {
    const { ledger, access, named } = await open();
    const steps = ingestSteps(LOG);
    const [accept, describeStep, ...others] = steps;
    for (const step of [accept, describeStep]) await step?.(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    for (const step of others.slice(0, -1)) await step(ledger);
    const before = await access();
    await others.at(-1)?.(ledger);
    expect(await ledger.records.beingRead(before)).toEqual(named);
    expect(await ledger.records.beingRead(await access())).toEqual([]);
  });

  it('are none that are read again, whose old rows count meanwhile', async () => {
    const { ledger, access } = await open();
    const id = await ingest(ledger, LOG);
    await ledger.documents.describe(id, DESCRIBED, 'csv');
    await ledger.stages.takePlace(id, { outcome: 'visible', reason: undefined, report: undefined });
    await ledger.stages.commitParsed(id, 'parser-2', OTHER_CHUNK, []);
    expect(await ledger.records.beingRead(await access())).toEqual([]);
  });

  it('are those too that a release of before had hidden to read them again', async () => {
    const { ledger, access, named } = await open();
    const steps = ingestSteps(LOG);
    for (const step of steps.slice(0, -2)) await step(ledger);
    await ledger.documents.describe(versionOf(LOG), DESCRIBED, 'csv');
    await ledger.documents.settle(versionOf(LOG), 'visible', undefined, undefined);
    expect(await ledger.records.beingRead(await access())).toEqual(named);
  });
});
