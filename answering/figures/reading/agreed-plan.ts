import { WEIGHTS } from '../../weights.ts';
import type { LikeliestPlan, LikelyPlan } from './likeliest-plan.ts';

/** What readings come to when nothing is left to look up. */
export type ReadAtLast = Exclude<LikeliestPlan, { readonly kind: 'look up' }>;

/**
 * The plan that is sure enough to be told, with how sure it is, from 0 to 1: what the reader that comes along makes of a question, or that
 * and what the language model beside it makes of it. Of two that differ only the model's may be told, where it is surer; one that
 * takes a question for none that the columns can answer stops both.
 */
export function agreedPlan(own: ReadAtLast, advised?: ReadAtLast): { readonly plan: LikelyPlan; readonly surety: number } | undefined {
  const { sure, likely, advice } = WEIGHTS.rowQuestions;
  const alone = own.kind === 'plan' && own.chance >= sure && own.ofAll >= likely ? { plan: own, surety: own.chance } : undefined;
  if (advised === undefined || advised.kind === 'unclear') return alone;
  if (advised.kind === 'none') return advised.ofAll >= advice.none ? undefined : alone;
  if (own.kind === 'plan' && own.key === advised.key)
    return alone ?? (advised.ofAll >= advice.agreed ? { plan: advised, surety: advised.ofAll } : undefined);
  return advised.ofAll >= advice.alone ? { plan: advised, surety: advised.ofAll } : undefined;
}
