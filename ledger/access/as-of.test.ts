import { expect, it, onTestFinished } from 'vitest';
import { makeDocumentId } from '../../kernel/index.ts';
import { describeLedgers, type LedgerForm, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingest, PLANT, pumpKey, type Sample, tokensOf, versionOf } from '../test-support/sample-documents.fixture.ts';

const say = (uri: string, mode: string, revision: string, effective: number): Sample => ({
  uri,
  says: [['P-101', mode]],
  rows: [['P-101', 1, 2]],
  claims: { documentNumber: 'OM-1', revision, effective },
});
const [valid, future] = [say('old', 'leak', 'A', 1_000), say('new', '外部泄漏', 'B', 2_000)];

async function open(form: LedgerForm, time: number) {
  const clock = { time, now: () => clock.time };
  const ledger = await openEmpty(form, clock);
  onTestFinished(() => ledger.close());
  await ingest(ledger, valid);
  await ingest(ledger, future);
  return { clock, ledger };
}

describeLedgers('a revision that takes effect later', (form) => {
  it('is not there before its date, and the valid one is valid', async () => {
    const { ledger } = await open(form, 1_500);
    const access = await ledger.accessFor(PLANT, 'all');
    expect(access.hidden).toEqual([versionOf(future)]);
    expect((await ledger.passages.range(access, versionOf(valid), 0, 0)).map(({ age }) => age)).toEqual([0]);
    expect(await ledger.passages.range(access, versionOf(future), 0, 0)).toEqual([]);
    expect((await ledger.passages.documents(access)).map(({ version }) => version.id)).toEqual([versionOf(valid)]);
    const statistics = await ledger.passages.statistics(access, tokensOf('leak 外部泄漏'));
    expect([...statistics.frequency]).toEqual([['leak', 1]]);
    const signal = new AbortController().signal;
    const all = { from: 'work-order', where: { kind: 'all', filters: [] }, offset: 0, limit: 9 } as const;
    expect((await ledger.records.rows(access, all, signal)).map(({ versionId }) => versionId)).toEqual([versionOf(valid)]);
    const about = await ledger.keys.about(access, [pumpKey('P-101').id], [], 9);
    expect(about.map(({ fact }) => fact.predicate)).toEqual(['HAS_MODE']);
    const family = await ledger.documents.family(
      access,
      (await ledger.documents.list(access))[0]?.document.id ?? makeDocumentId(PLANT, ''),
    );
    expect(family.map(({ version, age }) => [version.id, age])).toEqual([
      [versionOf(valid), 0],
      [versionOf(future), undefined],
    ]);
  });

  it('is valid from its date on, without anything being done, and when it is asked for as of then', async () => {
    const { clock, ledger } = await open(form, 1_500);
    const then = await ledger.accessFor(PLANT, 'all', 2_000);
    clock.time = 2_000;
    const later = await ledger.accessFor(PLANT, 'all');
    expect(later).toEqual(then);
    for (const access of [then, later]) {
      expect((await ledger.passages.range(access, versionOf(future), 0, 0)).map(({ age }) => age)).toEqual([0]);
      expect((await ledger.passages.range(access, versionOf(valid), 0, 0)).map(({ age }) => age)).toEqual([1]);
    }
    const before = await ledger.accessFor(PLANT, 'all', 1_999);
    expect((await ledger.passages.range(before, versionOf(valid), 0, 0)).map(({ age }) => age)).toEqual([0]);
  });

  it('is known to a reader by the same list of hidden versions at any two instants between two dates', async () => {
    const { ledger } = await open(form, 1_500);
    const [one, other] = [await ledger.accessFor(PLANT, 'all', 1_001), await ledger.accessFor(PLANT, 'all', 1_999)];
    expect({ ...one, asOf: 0 }).toEqual({ ...other, asOf: 0 });
  });
});
