import type { DrawnStatement } from '../drawn-statement.ts';

/** What the drawings say when they are read again; `isOverSheets`: the two things stand on two sheets. */
export interface ReadAgain {
  readonly statement: DrawnStatement;
  readonly isOverSheets: boolean;
}
