import { expect, it, onTestFinished } from 'vitest';
import type { DocumentClaims } from '../../kernel/index.ts';
import type { ReaderLabels } from '../access/access.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { bytesOf, ingest, PLANT, type Sample, tokensOf, versionOf } from '../test-support/sample-documents.fixture.ts';

const say = (mode: string, claims: DocumentClaims = {}): Sample => ({ uri: '手册', says: [['P-101', mode]], claims });
const [first, second] = [say('leak', { labels: ['secret'] }), say('外部泄漏')];

async function open(form: LedgerForm) {
  const ledger = await openEmpty(form, { now: () => 1_000_000 });
  onTestFinished(() => ledger.close());
  /** Titles of what a reader with these labels finds: valid documents, listed versions, and the counted terms. */
  const seenBy = async (labels: ReaderLabels) => {
    const access = await ledger.accessFor(PLANT, labels);
    const statistics = await ledger.passages.statistics(access, tokensOf('leak 外部泄漏'));
    return {
      read: (await ledger.passages.documents(access)).map(({ version }) => version.id),
      listed: (await ledger.documents.list(access)).flatMap(({ versions }) => versions.map(({ id }) => id)),
      terms: [...statistics.frequency.keys()].sort(),
    };
  };
  const accept = (sample: Sample, holds: ReaderLabels = 'all') =>
    ledger.documents.accept({
      tenant: PLANT,
      holds,
      uri: sample.uri,
      fileName: 'a.txt',
      sha256: bytesOf(sample),
      bytes: 1,
      actor: '张工',
      claims: { site: 'north', ...sample.claims },
    });
  const remove = async (sample: Sample) => {
    await ledger.retract(versionOf(sample));
    await ledger.purge(versionOf(sample));
  };
  return { ledger, seenBy, accept, remove };
}

const NOTHING = { read: [], listed: [], terms: [] };

describeLedgers('labels', (form) => {
  it('that a version inherited stay with it when the version that brought them goes', async () => {
    const { ledger, seenBy, remove } = await open(form);
    await ingest(ledger, first);
    await ingest(ledger, second);
    expect(await seenBy([])).toEqual(NOTHING);
    await remove(first);
    expect(await seenBy([])).toEqual(NOTHING);
    expect((await seenBy(['secret'])).read).toEqual([versionOf(second)]);
  });

  it('of a version that only waits, or ends unread, change nothing of the others', async () => {
    const { ledger, seenBy, accept } = await open(form);
    await ingest(ledger, first);
    const before = await seenBy(['secret']);
    const opened = say('vibration', { labels: [] });
    const { version } = await accept(opened);
    expect((await seenBy([])).read).toEqual([]);
    await ledger.documents.settle(version.id, 'empty', 'no text', undefined);
    expect(await seenBy([])).toEqual(NOTHING);
    expect({ ...(await seenBy(['secret'])), listed: before.listed }).toEqual(before);
    await accept(say('seal wear', { labels: ['other'] }));
    expect((await seenBy(['secret'])).read).toEqual(before.read);
    expect((await seenBy(['secret'])).listed).not.toContain(versionOf(say('seal wear', { labels: ['other'] })));
  });

  it('of a version hold for the older ones from when it is visible, and go with it', async () => {
    const { ledger, seenBy, remove } = await open(form);
    const labelled = say('外部泄漏', { labels: ['secret'] });
    await ingest(ledger, say('leak'));
    await ingest(ledger, labelled);
    expect(await seenBy([])).toEqual(NOTHING);
    expect((await seenBy(['secret'])).terms).toEqual(['leak', '外部泄漏']);
    await remove(labelled);
    expect((await seenBy([])).terms).toEqual(['leak']);
  });

  it('do not widen while the version that brought them is read again', async () => {
    const { ledger, seenBy } = await open(form);
    const labelled = say('外部泄漏', { labels: ['secret'] });
    await ingest(ledger, say('leak'));
    await ingest(ledger, labelled);
    await ledger.stages.commitSurvey(versionOf(labelled), { total: 7 });
    await ingest(ledger, say('leak'));
    expect(await seenBy([])).toEqual(NOTHING);
    await ledger.stages.breakOff(versionOf(labelled), 'cannot be read any more');
    expect(await seenBy([])).toEqual(NOTHING);
    expect((await seenBy(['secret'])).terms).toEqual(['leak', '外部泄漏']);
  });

  it('sent with bytes that are there relabel the document, or are refused', async () => {
    const { ledger, seenBy, accept } = await open(form);
    await ingest(ledger, say('leak'));
    expect((await accept(say('leak'))).status).toBe('duplicate');
    expect((await accept(say('leak', { labels: ['secret'] }))).status).toBe('relabelled');
    expect((await accept(say('leak', { labels: ['secret'] }))).status).toBe('duplicate');
    expect(await seenBy([])).toEqual(NOTHING);
    expect((await seenBy(['secret'])).terms).toEqual(['leak']);
    await ingest(ledger, second);
    await expect(accept(say('leak', { labels: [] }))).rejects.toMatchObject({ code: 'conflict' });
    expect(await seenBy([])).toEqual(NOTHING);
    const events = await ledger.audit.list(PLANT, { limit: 99 });
    expect(events.filter(({ action }) => action === 'labels-set').map(({ detail }) => detail)).toEqual([{ before: [], after: ['secret'] }]);
  });

  it('are set for all versions whose labels the actor holds, and for those alone', async () => {
    const { ledger, seenBy, accept, remove } = await open(form);
    const { document } = await accept(say('leak'));
    await ingest(ledger, say('leak'));
    const waiting = say('seal wear', { labels: ['board'] });
    await accept(waiting);
    const order = { tenant: PLANT, document: document.id, actor: '李工' };
    await ledger.documents.setLabels({ ...order, labels: ['secret'], holds: ['secret'] });
    await ledger.documents.setLabels({ ...order, labels: ['secret'], holds: ['secret'] });
    expect(await seenBy([])).toEqual(NOTHING);
    expect((await seenBy(['secret'])).listed).toEqual([versionOf(say('leak'))]);
    await expect(ledger.documents.setLabels({ ...order, labels: [], holds: [] })).rejects.toMatchObject({ code: 'not-found' });
    await ingest(ledger, waiting);
    expect((await seenBy(['secret'])).read).toEqual([]);
    expect((await seenBy(['board'])).read).toEqual([versionOf(waiting)]);
    await remove(waiting);
    expect((await seenBy(['secret'])).read).toEqual([versionOf(say('leak'))]);
  });
});
