import type { PassageStructure } from '../../../kernel/index.ts';
import type { Draft } from './draft.ts';

/** What a draft knows of its place among those of its sheet. `opens`: order of the first passage of the sheet. */
export function draftStructure({ table, labels = [], drawn }: Draft, opens: number): PassageStructure {
  const rowLabels = labels.map(({ from, ...label }) => ({ ...label, order: opens + from }));
  return {
    ...(table === undefined ? {} : { table: opens + table }),
    ...(rowLabels.length === 0 ? {} : { rowLabels }),
    ...(drawn === undefined ? {} : { drawn }),
  };
}
