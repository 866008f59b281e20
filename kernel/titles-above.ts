import type { Passage } from './passage.ts';

/**
 * What stands above a passage and says what it is about, innermost first: labels over its row, what introduces its list or table,
 * titles of its sections. For ranking and for people; which section or table it is, `structure` says.
 */
export function titlesAbove({
  headings,
  structure: { leadIn, rowLabels = [] },
}: Pick<Passage, 'headings' | 'structure'>): readonly string[] {
  const over = rowLabels.filter(({ column }) => column === undefined).map(({ text }) => text);
  const introduced = leadIn === undefined || leadIn.text === headings.at(-1) ? [] : [leadIn.text];
  return [...over.reverse(), ...introduced, ...[...headings].reverse()];
}
