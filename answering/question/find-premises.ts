import { foldText } from '../../kernel/index.ts';
import { wordingPatterns } from '../../ontology/index.ts';
import type { Premise } from './question.ts';

const PREMISES = wordingPatterns('premise', 'du');

/** What a question takes for granted, in order of place, each span once. */
export function findPremises(text: string): Premise[] {
  const folded = foldText(text);
  const found = new Map<number, Premise>();
  for (const pattern of PREMISES) {
    const match = pattern.exec(folded.text);
    const span = match?.indices?.groups?.claim;
    if (span === undefined) continue;
    const { start, end } = folded.toSource(span[0], span[1]);
    if (!found.has(start)) found.set(start, { text: text.slice(start, end), start, end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
