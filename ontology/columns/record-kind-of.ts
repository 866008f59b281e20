import type { ColumnRole, RecordKind } from '../../kernel/index.ts';

/** What one row of a table with these columns records. */
export function recordKindOf(roles: readonly (ColumnRole | undefined)[]): RecordKind {
  const has = (...wanted: readonly ColumnRole[]) => wanted.some((role) => roles.includes(role));
  if (has('failure-mode') && has('effect', 'severity', 'risk-priority', 'control')) return 'fmea-row';
  if (has('alarm-code') && has('alarm-text', 'alarm-state', 'cause', 'remedy', 'date', 'priority', 'value')) return 'alarm';
  if (has('alarm-text', 'alarm-state') && has('date')) return 'alarm';
  if (has('order-number') && has('text', 'activity', 'work-type', 'symptom', 'cost', 'duration', 'date')) return 'work-order';
  const tells = has('text', 'symptom', 'cause', 'remedy', 'activity');
  if (has('date') && tells && has('asset', 'work-type', 'cost', 'duration', 'failure-mode', 'activity', 'person')) return 'work-order';
  if (has('part-number') && has('part-name', 'quantity', 'component')) return 'spare-part';
  if (has('part-name') && has('quantity')) return 'spare-part';
  return 'other';
}
