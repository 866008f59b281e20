import type { ListedFeedback } from '../../app/index.ts';
import type { Feedback } from '../../kernel/index.ts';

/** Instants as a surface shows them: ISO 8601, UTC. */
export function presentFeedback({ at, asOf, ...feedback }: Feedback) {
  return { ...feedback, at: iso(at), ...(asOf === undefined ? {} : { asOf: iso(asOf) }) };
}

export function presentListedFeedback({ state, judged, expected, ...feedback }: ListedFeedback) {
  return {
    ...presentFeedback(feedback),
    state,
    ...(judged === undefined ? {} : { judged: { id: judged.id, actor: judged.actor, at: iso(judged.at), reason: judged.reason } }),
    ...(expected === undefined ? {} : { expected }),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
