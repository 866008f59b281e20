import {
  type Caller,
  compareText,
  type Feedback,
  type FeedbackId,
  type FeedbackState,
  type FeedbackVerdict,
  type MadeDecision,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { maySeeFeedback } from '../may-see-feedback.ts';
import { readerAccess } from '../reader-access.ts';

export interface FeedbackFilter {
  readonly verdicts?: readonly FeedbackVerdict[];
  readonly states?: readonly FeedbackState[];
  /** Only those behind this place in the list. */
  readonly after?: { readonly at: number; readonly id: FeedbackId };
  readonly limit: number;
}

/** What a person said of an answer, with what became of it. */
export interface ListedFeedback extends Feedback {
  readonly state: FeedbackState;
  /** The decision in force on it. */
  readonly judged?: MadeDecision;
  /** Words that a right answer has in it, where the reviewer named them. */
  readonly expected?: string;
}

/** What was said of answers whose sources the caller may read: a reviewer finds what everybody said, others what they said. Newest first. */
export async function listFeedback(
  application: Application,
  caller: Caller,
  { verdicts, states, after, limit }: FeedbackFilter,
): Promise<readonly ListedFeedback[]> {
  const { feedback, decisions } = application.ledger;
  const log = await decisions.list(caller.tenant);
  const said = await feedback.list(await readerAccess(application, caller));
  return said
    .filter((one) => after === undefined || one.at < after.at || (one.at === after.at && compareText(one.id, after.id) > 0))
    .filter((one) => maySeeFeedback(caller, one) && (verdicts?.includes(one.verdict) ?? true))
    .map((one) => withState(one, log))
    .filter(({ state }) => states?.includes(state) ?? true)
    .slice(0, limit);
}

function withState(feedback: Feedback, log: readonly MadeDecision[]): ListedFeedback {
  for (const judged of log) {
    const { decision, state } = judged;
    if (state !== 'in-force' || decision.kind !== 'judge-answer' || decision.feedback !== feedback.id) continue;
    const { outcome, expected } = decision;
    return { ...feedback, state: outcome, judged, ...(expected === undefined ? {} : { expected }) };
  }
  return { ...feedback, state: feedback.verdict === 'right' ? 'noted' : 'open' };
}
