import type { WordUse } from '../../kernel/index.ts';

/** What words are there for, by the letters with which `datasets/log-question-words` marks them. */
export const USE_OF_MARK: ReadonlyMap<string, WordUse> = new Map([
  ['C', 'column'],
  ['V', 'value'],
  ['T', 'time'],
  ['O', 'comparison'],
  ['U', 'number'],
  ['M', 'measure'],
  ['R', 'ranking'],
  ['G', 'grouping'],
  ['X', 'denial'],
  ['W', 'row'],
  ['N', 'matter'],
  ['L', 'lacking'],
]);
