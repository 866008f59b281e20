import type { DecisionId, DecisionState } from '../../kernel/index.ts';
import type { LoggedDecision } from './decision-rows.ts';

/**
 * Which decisions hold, from the whole log of their matters in any order: what an undoing in force names is undone; of the rest
 * the latest of each matter is in force. An undoing that is itself undone changes nothing.
 */
export function decisionStates(log: readonly LoggedDecision[]): ReadonlyMap<DecisionId, DecisionState> {
  const states = new Map<DecisionId, DecisionState>();
  const undone = new Set<DecisionId>();
  const settled = new Set<string>();
  for (const { id, decision, matter } of [...log].sort((left, right) => right.number - left.number)) {
    if (undone.has(id)) {
      states.set(id, 'undone');
    } else if (decision.kind === 'undo') {
      undone.add(decision.undoes);
      states.set(id, 'in-force');
    } else {
      states.set(id, settled.has(matter) ? 'superseded' : 'in-force');
      settled.add(matter);
    }
  }
  return states;
}
