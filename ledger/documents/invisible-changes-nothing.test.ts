import { expect, it, onTestFinished } from 'vitest';
import type { DocumentClaims } from '../../kernel/index.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, ingestSteps, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const say = (uri: string, mode: string, claims: DocumentClaims): Sample => ({ uri, says: [['P-101', mode]], claims });
const older = say('a', 'leak', { documentNumber: 'MM-1', revision: 'A' });
const newer = say('b', '外部泄漏', { documentNumber: 'MM-1', revision: 'B' });

async function open(form: LedgerForm) {
  const ledger = await openEmpty(form, { now: () => 1_000_000 });
  onTestFinished(() => ledger.close());
  const ages = async () => {
    const access = await ledger.accessFor(PLANT, 'all');
    const found: Record<string, number | undefined> = {};
    for (const sample of [older, newer]) {
      const [stored] = await ledger.passages.range(access, versionOf(sample), 0, 0);
      found[sample.uri] = stored?.age;
    }
    return found;
  };
  return { ledger, ages };
}

describeLedgers('a version that is not visible', (form) => {
  it('changes no revision of its document or number, however far it has come or ends', async () => {
    const { ledger, ages } = await open(form);
    await ingest(ledger, older);
    await ingest(ledger, newer);
    const waiting = say('b', '振动', { documentNumber: 'ZZ-9', revision: 'C', authority: 'approved-manual', effective: 5 });
    const steps = ingestSteps(waiting);
    for (const step of steps.slice(0, -1)) {
      await step(ledger);
      expect(await ages()).toEqual({ a: 1, b: 0 });
    }
    await ledger.retract(versionOf(waiting));
    const failed = say('b', 'vibration', { documentNumber: 'ZZ-9' });
    for (const step of ingestSteps(failed).slice(0, 2)) await step(ledger);
    await ledger.documents.settle(versionOf(failed), 'failed', 'damaged', undefined);
    expect(await ages()).toEqual({ a: 1, b: 0 });
  });

  it('once it is visible under another number supersedes its document, and nobody of the old number answers again', async () => {
    const { ledger, ages } = await open(form);
    await ingest(ledger, older);
    await ingest(ledger, newer);
    const renamed = say('b', '振动', { documentNumber: 'ZZ-9', revision: 'C' });
    await ingest(ledger, renamed);
    expect(await ages()).toEqual({ a: 1, b: 1 });
    const access = await ledger.accessFor(PLANT, 'all');
    const { document } = (await ledger.documents.find(PLANT, versionOf(renamed))) ?? {};
    if (document === undefined) throw new Error('the document is there');
    const revisions = await ledger.documents.family(access, document.id);
    expect(new Map(revisions.map(({ version, age }) => [version.id, age]))).toEqual(
      new Map([
        [versionOf(renamed), 0],
        [versionOf(newer), 1],
        [versionOf(older), 1],
      ]),
    );
    await ledger.retract(versionOf(renamed));
    expect(await ages()).toEqual({ a: 1, b: 0 });
  });

  it('without a number takes the number of the version before it, as long as that is there', async () => {
    const { ledger, ages } = await open(form);
    await ingest(ledger, newer);
    const unnumbered = say('b', '振动', { revision: 'C' });
    await ingest(ledger, unnumbered);
    await ingest(ledger, older);
    expect(await ages()).toEqual({ a: 2, b: 1 });
    await ledger.retract(versionOf(newer));
    await ledger.purge(versionOf(newer));
    expect(await ages()).toEqual({ a: 0, b: undefined });
  });
});
