import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TypedRecord, Value } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { openConnections } from '../connection/open-connections.ts';
import { describeLedgers, type LedgerPlace } from '../test-support/ledger-forms.test-support.ts';
import { keysOfText, readColumns, storedColumns, storedField } from './record-cells.ts';
import { readJson, recordColumnsShape } from './stored-shapes.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const anyValue: fc.Arbitrary<Value | null> = fc.oneof(
  fc.constant(null),
  anyText.map((text): Value => ({ kind: 'text', text })),
  fc.tuple(anyText, fc.integer()).map(([text, number]): Value => ({ kind: 'number', text, number })),
  anyText.map((text): Value => ({ kind: 'concept', text, concept: 'activity/replace' })),
);

describeLedgers('cells of a record', (form) => {
  let place: LedgerPlace;
  let connections: Connections;
  beforeAll(async () => {
    place = await form.place();
    connections = await openConnections({ store: place.store, clock: { now: () => 1 } });
  });
  afterAll(async () => {
    await connections.close();
    await place.remove();
  });

  it('come back from the database as they were, whatever is in headers and texts', async () => {
    const { dialect, reader } = connections;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          anyText.map((header) => `x:${header}`),
          anyValue,
          { maxKeys: 4, noNullPrototype: true },
        ),
        async (cells) => {
          const columns = cells as TypedRecord['columns'];
          const packed = dialect.packJson(storedColumns(columns));
          const { rows } = await sql<{ json: string }>`select ${dialect.unpackJson(packed)} as json`.execute(reader);
          expect(readColumns(readJson(recordColumnsShape, rows[0]?.json ?? '', 'record'))).toEqual(columns);
          for (const [field, value] of Object.entries(cells)) {
            const text = dialect.jsonText(packed, [storedField(field), 'text']);
            const found = await sql<{ text: string | null }>`select ${text} as text`.execute(reader);
            expect(found.rows[0]?.text).toBe(value === null ? null : value.text);
          }
        },
      ),
      { numRuns: form.tries(150) },
    );
  });

  it('are found by a text that folds like theirs, by an identifier and by a concept', () => {
    expect(keysOfText('Ｐ－１０１')).toEqual(['t:p-101', 'i:P101', 'c:Ｐ－１０１']);
  });
});
