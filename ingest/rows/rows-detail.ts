import { z } from 'zod';
import { COLUMN_ROLES, type DecisionId, OUTCOMES, parseDecisionId, RECORD_KINDS } from '../../kernel/index.ts';
import { TALLY } from '../parser/quality-report.ts';
import { DATE_ORDERS } from '../title-block/read-date.ts';
import { DECIMAL_SIGNS } from './read-number.ts';

const DECISION = z.string().transform((text, context): DecisionId => {
  const id = parseDecisionId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'no id of a decision' });
  return z.NEVER;
});

const COLUMN = z
  .object({
    header: z.string(),
    role: z.enum(COLUMN_ROLES).optional(),
    type: z.enum(['text', 'number', 'date']),
    order: z.enum(DATE_ORDERS).optional(),
    ambiguous: z.literal(true).optional(),
    decimal: z.enum(DECIMAL_SIGNS).optional(),
    year: z.number().int().optional(),
    /** Unit of its numbers, where header, a row of units or a column beside it gives one for all. */
    unit: z.string().optional(),
    /** Unit that a person says its plain numbers are in. */
    saidUnit: z.string().optional(),
    /** What whole cells mean, as a person says. */
    codes: z.record(z.string(), z.string()).readonly().optional(),
    /** Decisions of people that it is read by. */
    decisions: z.array(DECISION).readonly().optional(),
  })
  .readonly();
export type Column = z.infer<typeof COLUMN>;

const SHEET = z
  .object({
    name: z.string(),
    headings: z.array(z.string()).readonly(),
    preamble: z.number().int().nonnegative(),
    hasHeader: z.boolean(),
    /** Rows of the header, names of groups and units among them; 0 without one. */
    headerRows: z.number().int().nonnegative(),
    /** Columns that nearly every row fills, from 0: what totals and remarks leave empty. */
    usual: z.array(z.number().int().nonnegative()).readonly(),
    /** Usual number of cells of a record. */
    width: z.number().int().nonnegative(),
    columns: z.array(COLUMN).readonly(),
    kind: z.enum(RECORD_KINDS),
    /** Rows of the header as they stand, which printed lists repeat page by page. */
    headerTexts: z.array(z.string()).readonly(),
    /** Of a sheet with a column a day: the first of them, from 0, how many, and the first day (milliseconds since 1970, UTC). */
    days: z
      .object({ from: z.number().int().positive(), count: z.number().int().positive(), first: z.number().int() })
      .readonly()
      .optional(),
    /** Records below the header. */
    rows: z.number().int().nonnegative(),
  })
  .readonly();
export type Sheet = z.infer<typeof SHEET>;

/** What the survey of a file of tables hands to segmenting; checked, since it comes back from a store. */
export const ROWS_DETAIL = z
  .object({
    sheets: z.array(SHEET).readonly(),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    ragged: z.boolean(),
    fault: z
      .object({ outcome: z.enum(OUTCOMES), reason: z.string() })
      .readonly()
      .optional(),
    warnings: z.array(z.string()).readonly(),
  })
  .readonly();
export type RowsDetail = z.infer<typeof ROWS_DETAIL>;

/** State between two chunks of rows. */
export const ROWS_CARRY = z
  .object({
    /** Raw records consumed over all sheets, header and preamble included. */
    consumed: z.number().int().nonnegative(),
    done: z.number().int().nonnegative(),
    order: z.number().int().nonnegative(),
    ordinal: z.number().int().nonnegative(),
    cutRows: z.number().int().nonnegative(),
    /** Rows of totals and remarks among the rows, which are no records. */
    beside: z.number().int().nonnegative(),
    /** Line of the row before, and whether the rows since the last blank line are another, sparser table. */
    line: z.number().int().nonnegative(),
    apart: z.boolean(),
    /** Last values of the leading FMEA columns of the current sheet, which the rows below may leave blank. */
    above: z.array(z.string()).readonly(),
    /** Order of the first row of the current sheet; absent before it. */
    table: z.number().int().nonnegative().optional(),
    /** Passages of what was recognised in pictures, over all sheets. */
    pictured: z.number().int().nonnegative().default(0),
    /** What was not read of pictures. */
    unreadPictures: z.array(z.string()).default([]).readonly(),
    tally: TALLY,
  })
  .readonly();
export type RowsCarry = z.infer<typeof ROWS_CARRY>;
