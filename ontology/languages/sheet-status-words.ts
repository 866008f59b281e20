import type { SheetStatus } from '../../kernel/index.ts';

/**
 * Words by which a sheet says its status: lower case, blanks single, no hyphens. `sure`: such as are said on a sheet of nothing but
 * the sheet; `other`: such as label other things too (a void in a wall), so that only their setting shows a stamp.
 */
export interface SheetStatusWords {
  readonly sure: Readonly<Record<SheetStatus, readonly string[]>>;
  readonly other: Readonly<Record<SheetStatus, readonly string[]>>;
  /** Words that stand around a status and speak of the sheet: a status among them is one of the sheet. */
  readonly frame: readonly string[];
  /** Words behind a status after which anything may be named: what stands in the sheet's place, who says so. */
  readonly tail: readonly string[];
}
