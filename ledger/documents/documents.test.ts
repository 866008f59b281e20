import { expect, it, onTestFinished } from 'vitest';
import type { DocumentClaims, DocumentProperties, TenantId, VersionId } from '../../kernel/index.ts';
import { sha256 } from '../../kernel/index.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { deliver, ingest, PLANT, type Sample, tokensOf, versionOf } from '../test-support/sample-documents.fixture.ts';

const OTHER = 'other' as TenantId;

async function open(form: LedgerForm) {
  const clock = { time: 1_000_000, now: () => clock.time };
  const ledger = await openEmpty(form, clock);
  onTestFinished(() => ledger.close());
  const accept = (uri: string, text: string, claims: DocumentClaims = {}, tenant = PLANT) =>
    ledger.documents.accept({ tenant, uri, fileName: 'a.pdf', sha256: sha256(text), bytes: text.length, actor: '张工', claims });
  return { ledger, accept };
}

describeLedgers('accepting a document', (form) => {
  it('says new, duplicate or new version, and enqueues a job for what is new', async () => {
    const { ledger, accept } = await open(form);
    const first = await accept('manual', 'one');
    expect(first).toMatchObject({ status: 'new', version: { state: 'received', sequence: 1, title: 'a.pdf', authority: 'anonymous' } });
    const again = await accept('manual', 'one');
    expect(again).toMatchObject({ status: 'duplicate', version: { id: first.version.id, generation: first.version.generation } });
    expect(again.job).toBeUndefined();
    const second = await accept('manual', 'two');
    expect(second).toMatchObject({ status: 'new-version', document: { id: first.document.id }, version: { sequence: 2 } });
    const jobs = await ledger.jobs.list(PLANT, { limit: 9 });
    expect(jobs.map((job) => job.subject).sort()).toEqual([first.version.id, second.version.id].sort());
  });

  it('shows nothing of it to another tenant, not even that it is there', async () => {
    const { ledger, accept } = await open(form);
    const mine = await accept('manual', 'one');
    const theirs = await accept('manual', 'one', {}, OTHER);
    expect(theirs.status).toBe('new');
    expect(theirs.document.id).not.toBe(mine.document.id);
    expect(await ledger.documents.find(OTHER, mine.version.id)).toBeUndefined();
    expect((await ledger.documents.list(await ledger.accessFor(OTHER, 'all'))).map(({ document }) => document.id)).toEqual([
      theirs.document.id,
    ]);
  });

  it('gives a sender the same answer and the same ids whether or not a hidden document bears the name', async () => {
    const sent = { tenant: PLANT, uri: '手册', fileName: 'a.pdf', sha256: sha256('one'), bytes: 3, actor: '张工', claims: {} };
    const answers = [];
    for (const isThere of [true, false]) {
      const { ledger, accept } = await open(form);
      if (isThere) await accept('手册', 'one', { labels: ['secret'] });
      const first = await ledger.documents.accept({ ...sent, holds: ['maintenance'] });
      const again = await ledger.documents.accept({ ...sent, holds: ['maintenance'] });
      const revised = await ledger.documents.accept({ ...sent, holds: ['maintenance'], sha256: sha256('two') });
      const seen = await ledger.documents.list(await ledger.accessFor(PLANT, ['maintenance']));
      answers.push({ first, again, revised, seen });
      const hidden = await ledger.documents.list(await ledger.accessFor(PLANT, ['secret', 'maintenance']));
      expect(hidden).toHaveLength(isThere ? 2 : 1);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.first.status).toBe('new');
    expect(answers[0]?.again.status).toBe('duplicate');
    expect(answers[0]?.revised.status).toBe('new-version');
  });

  it('takes a name that a readable document bears for that document, whoever sends it', async () => {
    const { ledger, accept } = await open(form);
    const { document } = await accept('manual', 'one', { labels: ['maintenance'] });
    const sent = { tenant: PLANT, uri: 'manual', fileName: 'a.pdf', sha256: sha256('two'), bytes: 3, actor: '张工', claims: {} };
    expect(await ledger.documents.accept({ ...sent, holds: ['maintenance', 'safety'] })).toMatchObject({
      status: 'new-version',
      document: { id: document.id, labelSet: document.labelSet },
    });
  });

  it('names a document after its bytes when the caller gives no uri', async () => {
    const { ledger } = await open(form);
    const { document } = await ledger.documents.accept({
      tenant: PLANT,
      fileName: '泵.pdf',
      sha256: sha256('x'),
      bytes: 1,
      actor: '张工',
      claims: {},
    });
    expect(document.uri).toBe(`upload:${sha256('x')}`);
  });

  it('is refused for a moment while the same version is being removed', async () => {
    const { ledger, accept } = await open(form);
    const { version } = await accept('manual', 'one');
    await ledger.retract(version.id);
    await expect(accept('manual', 'one')).rejects.toMatchObject({ code: 'busy', retryable: true });
    expect(await ledger.retracting()).toEqual([version.id]);
    await ledger.purge(version.id);
    expect(await accept('manual', 'one')).toMatchObject({ status: 'new', version: { generation: 3 } });
  });
});

describeLedgers('the bytes of a version', (form) => {
  it('go with it only when no other version of the tenant holds them', async () => {
    const { ledger, accept } = await open(form);
    const { version } = await accept('manual', 'one');
    expect(await ledger.bytesOnlyOf(version.id)).toEqual({ tenant: PLANT, sha256: version.sha256 });
    const { version: copy } = await accept('copy of the manual', 'one');
    expect(await ledger.bytesOnlyOf(version.id)).toBeUndefined();
    await ledger.retract(copy.id);
    expect(await ledger.bytesOnlyOf(version.id)).toEqual({ tenant: PLANT, sha256: version.sha256 });
    expect(await ledger.namesBytes(PLANT, version.sha256)).toBe(true);
    await ledger.retract(version.id);
    expect(await ledger.namesBytes(PLANT, version.sha256)).toBe(false);
    expect(await ledger.bytesOnlyOf(copy.id)).toEqual({ tenant: PLANT, sha256: version.sha256 });
  });
});

describeLedgers('describing a version', (form) => {
  const properties: DocumentProperties = { title: 'Pump manual', documentNumber: 'OM-1', revision: 'B', language: 'en', pages: 9 };

  it('takes what the document says of itself, unless the uploader said otherwise', async () => {
    const { ledger, accept } = await open(form);
    const { version } = await accept('manual', 'one', { revision: 'C' });
    expect(await ledger.documents.describe(version.id, properties, 'pdf')).toMatchObject({
      title: 'Pump manual',
      documentNumber: 'OM-1',
      revision: 'C',
      language: 'en',
      pages: 9,
      format: 'pdf',
    });
  });

  it('makes revisions of one number a family, in which the older stays readable with a higher age', async () => {
    const { ledger } = await open(form);
    const say = (uri: string, mode: string, revision: string): Sample => ({
      uri,
      says: [['P-101', mode]],
      claims: { documentNumber: 'OM-1', revision },
    });
    const [older, newer] = [say('old', 'leak', 'A'), say('new', '泄漏', 'B')];
    await ingest(ledger, newer);
    await ingest(ledger, older);
    const access = await ledger.accessFor(PLANT, 'all');
    const ageOf = async (id: VersionId) => (await ledger.passages.range(access, id, 0, 0)).map((stored) => stored.age);
    expect(await ageOf(versionOf(newer))).toEqual([0]);
    expect(await ageOf(versionOf(older))).toEqual([1]);
    expect(await ledger.passages.documents(access)).toHaveLength(2);
  });

  it('reads as of a date: what takes effect later is not there yet', async () => {
    const { ledger } = await open(form);
    const say = (uri: string, effective: number): Sample => ({
      uri,
      says: [['P-101', 'leak']],
      claims: { documentNumber: 'OM-1', effective },
    });
    const [older, newer] = [say('old', 1_000), say('new', 2_000)];
    await ingest(ledger, older);
    await ingest(ledger, newer);
    const then = await ledger.accessFor(PLANT, 'all', 1_500);
    expect((await ledger.passages.range(then, versionOf(older), 0, 0)).map((stored) => stored.age)).toEqual([0]);
    expect(await ledger.passages.range(then, versionOf(newer), 0, 0)).toEqual([]);
    expect((await ledger.passages.statistics(then, ['leak'])).frequency.get('leak')).toBe(1);
  });
});

describeLedgers('labels', (form) => {
  it('must all be held by the reader; documents without labels are for everyone', async () => {
    const { ledger, accept } = await open(form);
    await accept('open', '1');
    await accept('a', '2', { labels: ['maintenance'] });
    await accept('b', '3', { labels: ['safety', 'maintenance'] });
    const seen = async (labels: 'all' | string[]) =>
      (await ledger.documents.list(await ledger.accessFor(PLANT, labels))).map(({ document }) => document.uri);
    expect(await seen([])).toEqual(['open']);
    expect(await seen(['maintenance'])).toEqual(['a', 'open']);
    expect(await seen(['maintenance', 'safety', 'other'])).toEqual(['a', 'b', 'open']);
    expect(await seen('all')).toEqual(['a', 'b', 'open']);
  });

  it('of a new version hold for the older ones too, with all that is counted by label', async () => {
    const { ledger } = await open(form);
    const sample: Sample = { uri: 'manual', says: [['P-101', '泄漏']] };
    await ingest(ledger, sample);
    await deliver(ledger, 'search');
    await ingest(ledger, { uri: 'manual', says: [['P-101', 'leak']], claims: { labels: ['secret'] } });
    const frequency = async (labels: string[]) =>
      (await ledger.passages.statistics(await ledger.accessFor(PLANT, labels), tokensOf('泄漏'))).frequency.get('泄漏');
    expect(await frequency([])).toBeUndefined();
    expect(await frequency(['secret'])).toBe(1);
    expect((await ledger.outbox.pending('search', 99)).map(({ unit }) => unit.id)).toContain(versionOf(sample));
  });
});
