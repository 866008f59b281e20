import { type Decision, type DecisionId, type DecisionState, saidAspects } from '../../kernel/index.ts';
import type { LoggedDecision } from './decision-rows.ts';

/**
 * Which decisions hold, from the whole log of their matters in any order: what an undoing in force names is undone; of the rest
 * the latest of each matter is in force, of corrections in one passage the latest of those that overlap,
 * of those of one column all that say something which no later one says. An undoing that is itself undone changes nothing.
 */
export function decisionStates(log: readonly LoggedDecision[]): ReadonlyMap<DecisionId, DecisionState> {
  const states = new Map<DecisionId, DecisionState>();
  const undone = new Set<DecisionId>();
  const settled = new Map<string, Decision[]>();
  for (const { id, decision, matter } of [...log].sort((left, right) => right.number - left.number)) {
    if (undone.has(id)) {
      states.set(id, 'undone');
    } else if (decision.kind === 'undo') {
      undone.add(decision.undoes);
      states.set(id, 'in-force');
    } else {
      const later = settled.get(matter) ?? [];
      const holds = !later.some((other) => isAgainst(decision, other));
      states.set(id, holds ? 'in-force' : 'superseded');
      if (holds) settled.set(matter, [...later, decision]);
    }
  }
  return states;
}

/** Whether two decisions on one matter cannot both hold. */
function isAgainst(earlier: Decision, later: Decision): boolean {
  if (earlier.kind === 'correct-column' && later.kind === 'correct-column')
    return saidAspects(earlier).every((aspect) => later[aspect] !== undefined);
  if (earlier.kind !== 'correct-text' || later.kind !== 'correct-text') return true;
  return (earlier.start < later.end && later.start < earlier.end) || (earlier.start === later.start && earlier.end === later.end);
}
