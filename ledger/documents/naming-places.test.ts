import { expect, it, onTestFinished } from 'vitest';
import type { DocumentClaims } from '../../kernel/index.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

describeLedgers('the places that name a thing', (form) => {
  it('are the first of each revision and document that says something of it, of those that the reader may read', async () => {
    const ledger = await openEmpty(form, { now: () => 1_000_000 });
    onTestFinished(() => ledger.close());
    const say = (uri: string, claims: DocumentClaims, ...says: Sample['says']): Sample => ({ uri, says, claims });
    const older = say('old', { documentNumber: 'OM-1', revision: 'A' }, ['P-102', 'leak'], ['P-101', 'leak']);
    const newer = say('new', { documentNumber: 'OM-1', revision: 'B' }, ['P-101', '泄漏']);
    const other = say('other', {}, ['P-102', 'leak']);
    const hidden = say('hidden', { labels: ['secret'] }, ['P-101', 'leak']);
    for (const sample of [older, newer, other, hidden]) await ingest(ledger, sample);
    const placesFor = async (labels: 'all' | readonly string[]) => {
      const access = await ledger.accessFor(PLANT, labels);
      const keys = await ledger.keys.find(access, ['p101', 'p-101', 'P101']);
      const places = await ledger.documents.naming(
        access,
        keys.map(({ id }) => id),
      );
      return new Map(places.map(({ version, order }) => [version, order]));
    };
    const all = await placesFor('all');
    expect([...all.keys()].sort()).toEqual([older, newer, hidden].map(versionOf).sort());
    const readable = await placesFor([]);
    expect([...readable.keys()].sort()).toEqual([older, newer].map(versionOf).sort());
    const access = await ledger.accessFor(PLANT, []);
    const [first] = await ledger.passages.range(access, versionOf(older), readable.get(versionOf(older)) ?? -1, 99);
    expect(first?.passage.text).toContain('P-101');
  });
});
