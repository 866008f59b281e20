import type { TimeUnit } from '../../kernel/index.ts';

/** Units that rows are put on the calendar by. */
export const CALENDAR_UNITS = ['year', 'quarter', 'month', 'week', 'day'] as const satisfies readonly TimeUnit[];
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];
