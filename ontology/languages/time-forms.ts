/** Words of time in questions, as pattern sources. */
export interface TimeForms {
  /** Between two years. */
  readonly range: string;
  /** Between two years that are a stretch only where other words say so. */
  readonly joins: string;
  /** Behind two joined years: they are a stretch. */
  readonly spanned: string;
  /** Ten years; what tells which in a group. */
  readonly decade: string;
  /** Behind two joined years' last digits: they are a stretch. */
  readonly theseYears: string;
  readonly lastYear: string;
  readonly thisYear: string;
  readonly yearBeforeLast: string;
  readonly lastMonth: string;
  readonly thisMonth: string;
  /** Units that a stretch of time up to now is counted in; at the beginning of the unit's word. */
  readonly year: string;
  readonly month: string;
  readonly week: string;
  /** Halves, quarters, seasons and months of whatever year; of the month's number in the group that zh has, none in en. */
  readonly firstHalf: string;
  readonly secondHalf: string;
  readonly quarters: readonly [string, string, string, string];
  readonly spring: string;
  readonly summer: string;
  readonly autumn: string;
  readonly winter: string;
  readonly months: readonly string[];
  /** Before or behind a time from which on, and up to which. */
  readonly since: string;
  readonly until: string;
  readonly after: string;
  readonly before: string;
  /** Before a number of quarters or months from the beginning of a year. */
  readonly firstOf: string;
  readonly quarterUnit: string;
  readonly monthUnit: string;
}
