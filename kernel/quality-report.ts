import type { Anchor, Box } from './anchor.ts';
import type { SheetStamp } from './sheet-status.ts';

/** Why a piece of source text is in no passage; together with the passages the pieces tile the source (invariant I9). */
export const EXCLUSION_REASONS = [
  'running-header',
  'running-footer',
  'page-number',
  'contents-list',
  'navigation',
  'markup',
  'comment',
  'include',
  'off-page',
  'hidden-layer',
  'white-space',
  'unmapped-glyphs',
  'equation',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export interface ExcludedRun {
  readonly text: string;
  readonly anchor: Anchor;
  readonly reason: ExclusionReason;
}

export interface BadRow {
  readonly sheet: string;
  readonly row: number;
  readonly line?: number;
  readonly fault: string;
}

/** What was recognised in pictures, and how surely. */
export interface RecognisedReport {
  readonly engine: string;
  readonly pages: number;
  /** Mean over all characters, from 0 to 1. */
  readonly confidence: number;
  /** Words below the floor; `regions` lists the first. */
  readonly unsure: number;
  readonly regions: readonly UnsureRegion[];
}

/** A word that was recognised with less confidence than the floor; the box in points from the top left of its page. */
export interface UnsureRegion {
  readonly page: number;
  readonly text: string;
  readonly confidence: number;
  readonly box: Box;
}

/** What was read of a version and what was not; shown to the user, not hidden in a log. Counts are exact, lists are capped. */
export interface QualityReport {
  readonly characters: number;
  readonly passages: number;
  readonly pages?: { readonly total: number; readonly text: number; readonly unread: number; readonly unreadPages: readonly number[] };
  /** Present where characters were recognised in pictures. */
  readonly recognised?: RecognisedReport;
  readonly tables: number;
  readonly rows?: { readonly total: number; readonly bad: number; readonly firstBad: readonly BadRow[] };
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
  /** Share of characters that are mojibake or have no Unicode mapping, from 0 to 1. */
  readonly garbled: number;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Role given to each column and the unit of its numbers, by header, in column order; `sheet` where the file names it. */
  readonly columns?: readonly { readonly header: string; readonly role?: string; readonly unit?: string; readonly sheet?: string }[];
  /** Of a drawing: its stamped sheets. */
  readonly stamps?: readonly SheetStamp[];
  readonly warnings: readonly string[];
}
