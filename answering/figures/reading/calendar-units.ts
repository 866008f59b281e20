/** Units that rows are put on the calendar by. */
export const CALENDAR = ['year', 'quarter', 'month', 'week', 'day'] as const;
export type CalendarUnit = (typeof CALENDAR)[number];
