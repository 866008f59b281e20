import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareSchema } from './connection/migrations/compare-schema.ts';
import { openLedger } from './open-ledger.ts';
import { describeLedgers, type LedgerPlace } from './test-support/ledger-forms.test-support.ts';
import { exported, ingest, modeKey, PLANT, pumpKey, type Sample, versionOf } from './test-support/sample-documents.fixture.ts';

const clock = { now: () => 1_700_000_000_000 };
const MANUAL: Sample = {
  uri: 'manual',
  says: [
    ['P-101', '外部泄漏'],
    ['P-101', 'external leakage'],
    ['P-102', 'vibration'],
  ],
  same: [['外部泄漏', 'external leakage', 'apposition']],
  rows: [
    ['P-101', 0, 4],
    ['P-102', 40, null],
    ['p-101', 400, 2],
  ],
};

describeLedgers('a ledger', (form) => {
  let place: LedgerPlace;
  beforeEach(async () => {
    place = await form.place();
  });
  afterEach(() => place.remove());
  const open = () => openLedger({ store: place.store, clock });

  it('gives back passages, entities, facts and figures of what was ingested', async () => {
    const ledger = await open();
    const version = await ingest(ledger, MANUAL);
    const access = await ledger.accessFor(PLANT, 'all');
    expect(access.hidden).toEqual([]);

    const passages = await ledger.passages.range(access, version, 0, 1);
    expect(passages.map((stored) => stored.passage.text)).toEqual(['P-101 has 外部泄漏', 'P-101 has external leakage']);
    expect(passages[0]).toMatchObject({ age: 0, title: 'Manual manual', tokens: ['p-101', 'has', '外部泄漏'] });
    expect(passages[0]?.passage.scope).toEqual([pumpKey('P-101').id]);

    const entities = await ledger.keys.entities(access, [modeKey('外部泄漏').id]);
    expect(
      entities
        .get(modeKey('外部泄漏').id)
        ?.keys.map((key) => key.text)
        .sort(),
    ).toEqual(['external leakage', '外部泄漏']);
    const facts = await ledger.keys.about(access, [pumpKey('P-101').id], ['HAS_MODE'], 10);
    expect(facts.flatMap((known) => known.evidence.map((piece) => piece.evidence.quote)).sort()).toEqual([
      'P-101 has external leakage',
      'P-101 has 外部泄漏',
    ]);

    const figures = await ledger.records.aggregate(
      access,
      {
        from: 'work-order',
        where: { kind: 'contains', field: 'text', text: '检修' },
        groupBy: [{ kind: 'field', field: 'asset' }],
        measures: [{ kind: 'count' }, { kind: 'sum', field: 'duration' }],
        orderBy: [{ by: 'measure', index: 0, direction: 'descending' }],
        limit: 10,
      },
      new AbortController().signal,
    );
    expect(figures).toMatchObject({
      rows: [
        ['P-101', 2, 6],
        ['P-102', 1, null],
      ],
      matched: 3,
      nulls: [0, 1],
    });
    await ledger.close();
  });

  it('knows the same after it was closed, opened and migrated again', async () => {
    const ledger = await open();
    await ingest(ledger, MANUAL);
    const before = await exported(ledger);
    expect(before.length).toBeGreaterThan(20);
    await ledger.close();
    if (form.isKept) expect(await compareSchema(place.store)).toEqual({ missing: [], unknown: [] });
    const again = await open();
    expect(await exported(again)).toEqual(form.isKept ? before : []);
    expect((await again.documents.find(PLANT, versionOf(MANUAL)))?.version.state).toBe(form.isKept ? 'settled' : undefined);
    await again.close();
  });
});
