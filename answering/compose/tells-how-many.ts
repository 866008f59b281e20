import type { PassageKind } from '../../kernel/index.ts';
import { asksCount, tellsCount } from '../question/asked-count.ts';
import type { Question } from '../question/question.ts';
import type { Composition, DraftClaim } from './composition.ts';

/** Passages that stand beside others of their kind, one for each thing: these can be counted by who reads them. */
const LISTED: ReadonlySet<PassageKind> = new Set(['step', 'table-row', 'drawing-label']);

/**
 * Whether an answer says how many where the question asks for it: by a number, or by the things themselves, one beside the other. What
 * names the thing and tells something else of it (`casing bolts: 210 N·m`) reads like an answer and is none.
 */
export function tellsHowMany(question: Pick<Question, 'text' | 'grammar'>, composition: Composition): boolean {
  if (composition.kind !== 'answer' || !asksCount(question.text)) return true;
  const { claims } = composition;
  return claims.some(isCounted) || claims.some(({ text }) => tellsCount(text, question.grammar)) || claims.filter(isListed).length > 1;
}

/** A figure, and what was read off drawings, are counted by what made them. */
function isCounted(claim: DraftClaim): boolean {
  return claim.kind === 'computed' || claim.drawn !== undefined;
}

function isListed({ spans: [first] }: DraftClaim): boolean {
  return first !== undefined && LISTED.has(first.stored.passage.kind);
}
