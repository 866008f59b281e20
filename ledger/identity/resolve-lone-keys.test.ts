import { expect, it } from 'vitest';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { exported, ingest, modeKey, pumpKey, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const KEYS = 1_100;
const LOG: Sample = {
  uri: 'log',
  says: Array.from({ length: KEYS }, (_, row) => [`P-${row}`, row % 2 === 0 ? '外部泄漏' : 'external leakage'] as const),
  same: [['外部泄漏', 'external leakage', 'vocabulary']],
};

async function entities(ledger: Ledger): Promise<ReadonlyMap<string, string>> {
  const lines = (await exported(ledger)).map((line) => JSON.parse(line) as { line: string; key: string; entity: string });
  return new Map(lines.flatMap(({ line, key, entity }) => (line === 'component' ? [[key, entity] as const] : [])));
}

describeLedgers('resolveLoneKeys', (form) => {
  it('gives each of many keys its entity and leaves those that a link joins to be resolved together', async () => {
    const ledger = await openEmpty(form, { now: () => 1_700_000_000_000 });
    try {
      await ingest(ledger, LOG);
      const found = await entities(ledger);
      expect(found.get(modeKey('外部泄漏').id)).toBe(found.get(modeKey('external leakage').id));
      const pumps = Array.from({ length: KEYS }, (_, row) => found.get(pumpKey(`P-${row}`).id));
      expect(new Set(pumps).size).toBe(KEYS);
      expect(found.size).toBe(KEYS + 2);
      expect((await ledger.outbox.pending('graph', 2 * KEYS)).length).toBe(KEYS + 3);
      await ledger.retract(versionOf(LOG));
      while (!(await ledger.purge(versionOf(LOG)))) expect((await ledger.retracting()).length).toBe(1);
      expect((await entities(ledger)).size).toBe(0);
    } finally {
      await ledger.close();
    }
  });
});
