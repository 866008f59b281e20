import { z } from 'zod';
import { type BadRow, EXCLUSION_REASONS, type ExcludedRun, type Passage, type QualityReport } from '../../kernel/index.ts';
import { countGarbled } from '../clean/clean-text.ts';

/** Bad rows listed in a report; the count is exact all the same. */
const LISTED_BAD_ROWS = 20;

/** Running counts of what was read; part of each parser's carry, so that a resumed reading ends with the same report. */
export const TALLY = z.object({
  characters: z.number().int().nonnegative(),
  garbled: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  tables: z.number().int().nonnegative(),
  excluded: z.partialRecord(z.enum(EXCLUSION_REASONS), z.number().int().nonnegative()),
  rows: z.number().int().nonnegative(),
  badRows: z.number().int().nonnegative(),
  firstBad: z
    .array(z.object({ sheet: z.string(), row: z.number(), line: z.number().optional(), fault: z.string() }))
    .max(LISTED_BAD_ROWS)
    .readonly(),
});
export type Tally = Readonly<z.infer<typeof TALLY>>;

export const EMPTY_TALLY: Tally = { characters: 0, garbled: 0, passages: 0, tables: 0, excluded: {}, rows: 0, badRows: 0, firstBad: [] };

/** The tally after one more chunk. */
export function countChunk(
  tally: Tally,
  chunk: {
    readonly passages: readonly Passage[];
    readonly excluded: readonly ExcludedRun[];
    readonly tables?: number;
    readonly rows?: number;
    readonly bad?: readonly BadRow[];
  },
): Tally {
  const excluded = { ...tally.excluded };
  for (const run of chunk.excluded) excluded[run.reason] = (excluded[run.reason] ?? 0) + 1;
  let { characters, garbled } = tally;
  for (const passage of chunk.passages) {
    characters += passage.text.length;
    garbled += countGarbled(passage.text);
  }
  const bad = chunk.bad ?? [];
  return {
    characters,
    garbled,
    excluded,
    passages: tally.passages + chunk.passages.length,
    tables: tally.tables + (chunk.tables ?? 0),
    rows: tally.rows + (chunk.rows ?? 0),
    badRows: tally.badRows + bad.length,
    firstBad: [...tally.firstBad, ...bad.map(plainBadRow)].slice(0, LISTED_BAD_ROWS),
  };
}

function plainBadRow(row: BadRow): Tally['firstBad'][number] {
  return { sheet: row.sheet, row: row.row, fault: row.fault, ...(row.line === undefined ? {} : { line: row.line }) };
}

/** The report of a tally; `rows` only for documents that are made of rows. */
export function makeQualityReport(
  tally: Tally,
  rest: Pick<QualityReport, 'warnings'> &
    Partial<Pick<QualityReport, 'encoding' | 'delimiter' | 'columns' | 'stamps' | 'aiGenerated'>> & { readonly ofRows: boolean },
): QualityReport {
  const { ofRows, ...stated } = rest;
  const firstBad = tally.firstBad.map(({ line, ...row }) => ({ ...row, ...(line === undefined ? {} : { line }) }));
  const garbled = tally.characters === 0 ? 0 : tally.garbled / tally.characters;
  return {
    characters: tally.characters,
    passages: tally.passages,
    tables: tally.tables,
    excluded: definedCounts(tally.excluded),
    garbled: Math.min(1, garbled),
    ...(ofRows ? { rows: { total: tally.rows, bad: tally.badRows, firstBad } } : {}),
    ...stated,
  };
}

function definedCounts(counts: Tally['excluded']): QualityReport['excluded'] {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
