import type { Access, RecordRow } from '../../kernel/index.ts';
import { type DraftClaim, rowText } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';

/** Cells of a log row that tell what happened, in the order of the row. */
const TOLD = new Set([
  'order-number',
  'date',
  'end-date',
  'asset',
  'component',
  'text',
  'work-type',
  'failure-mode',
  'activity',
  'duration',
  'cost',
  'status',
  'alarm-code',
  'alarm-text',
  'alarm-state',
  'symptom',
  'cause',
  'remedy',
]);

/** The rows in their own words, one claim each. */
export async function quoteRows(evidence: Evidence, access: Access, rows: readonly RecordRow[]): Promise<DraftClaim[]> {
  const passages = await evidence.passages.get(
    access,
    rows.map((row) => row.record.passageId),
  );
  const byId = new Map(passages.map((stored) => [stored.passage.id, stored]));
  return rows.flatMap((row) => {
    const stored = byId.get(row.record.passageId);
    if (stored === undefined) return [];
    const cells = stored.passage.cells ?? [];
    const told = cells.filter((cell) => row.record.kind === 'fmea-row' || cell.role === undefined || TOLD.has(cell.role));
    const text = rowText(stored.passage.text, told.length > 0 ? told : cells);
    const whole = { stored, start: 0, end: stored.passage.text.length };
    return [{ kind: 'quote', text, spans: [whole], ...(told.length > 0 ? { chosen: told } : {}) } satisfies DraftClaim];
  });
}
