import { COLUMN_ASPECTS, type ColumnCorrection, type ColumnMeaning, type DecisionId, headerKey, onlyAspects } from '../../kernel/index.ts';

/** What people say of one column, all aspects together, and the decisions that say it. */
export interface SaidColumn extends ColumnMeaning {
  readonly decisions: readonly DecisionId[];
}

/** What people say of the columns of a sheet; undefined for a column of which nobody said anything. */
export function saidColumns(
  sheet: string,
  headers: readonly string[],
  corrected: readonly ColumnCorrection[],
): readonly (SaidColumn | undefined)[] {
  return headers.map((header) => {
    const said = corrected.filter(({ table, column }) => table === sheet && headerKey(column) === headerKey(header));
    if (said.length === 0) return undefined;
    const decisions = [...new Set(said.map(({ decision }) => decision))].sort();
    let meaning: ColumnMeaning = {};
    for (const one of said) meaning = { ...meaning, ...onlyAspects(one, COLUMN_ASPECTS) };
    return { ...meaning, decisions };
  });
}
