import { foldText } from '../../kernel/index.ts';
import { STOP_WORDS, wordingPatterns } from '../../ontology/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { Check } from './check.ts';
import type { ClaimParts } from './claim-parts.ts';
import { matchWords } from './match-words.ts';
import type { SourceUnit } from './source-text.ts';

const FORMS = wordingPatterns('conditional');
const { rest: LEAST_REST, condition: MOST_LOST } = WEIGHTS.checking.conditional;

/**
 * What the source says under a condition alone, the claim may not say without it. A claim with a condition of its own has worded it
 * anew, and what the question names is said by it.
 */
export function checkCondition(claim: ClaimParts, unit: SourceUnit, question: string): Check[] {
  const parted = conditionOf(unit.text);
  if (parted === undefined) return [];
  const rest = wordsOf(parted.rest);
  const own = conditionOf(claim.text);
  if (own !== undefined && (shareOf(wordsOf(own.condition), rest) ?? 0) < OF_REST) return [];
  const said = new Set([...wordsOf(claim.text), ...wordsOf(question)]);
  // Words that the rest has too tell nothing of whether the condition is said.
  const telling = new Set([...wordsOf(parted.condition)].filter((word) => !rest.has(word)));
  const [condition, consequence] = [shareOf(telling, said), shareOf(rest, said)];
  if (condition === undefined || consequence === undefined || consequence < LEAST_REST || condition > MOST_LOST) return [];
  return [{ name: 'condition', outcome: 'failed', detail: `the source says it under a condition: “${parted.condition}”` }];
}

/** Share of a condition's words from which it is one that stands within what holds under another one. */
const OF_REST = 0.8;

/** The condition of a sentence and what holds under it; undefined of one without a condition. */
export function conditionOf(text: string): { readonly condition: string; readonly rest: string } | undefined {
  const folded = foldText(text)
    .text.replace(/[.。!！;；]\s*$/u, '')
    .trim();
  for (const form of FORMS) {
    const groups = form.exec(folded)?.groups;
    if (groups?.condition !== undefined && groups.rest !== undefined) return { condition: groups.condition, rest: groups.rest };
  }
  return undefined;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = matchWords(text).filter(({ start, end }) => !STOP_WORDS.has(text.slice(start, end).toLowerCase()));
  return new Set(words.map((word) => word.text));
}

/** Share of words that are said; undefined where there are none. */
function shareOf(words: ReadonlySet<string>, said: ReadonlySet<string>): number | undefined {
  return words.size === 0 ? undefined : [...words].filter((word) => said.has(word)).length / words.size;
}
