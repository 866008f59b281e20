import type { LogColumn } from './log-columns.ts';

/** The column of dates that rows are put on the calendar by; undefined where none holds dates. */
export function calendarColumn(columns: readonly LogColumn[]): LogColumn | undefined {
  const dated = columns.filter(({ holds }) => holds === 'dates');
  return dated.find(({ field }) => field === 'date') ?? dated[0];
}
