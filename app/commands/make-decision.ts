import { assertNever, type Caller, type Decision, type DecisionId, FaultlineError, type MadeDecision } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { project } from '../projection/projector.ts';
import { readerAccess } from '../reader-access.ts';
import { checkText, columnDecision } from './check-correction.ts';
import { findDecision, type ListedDecision } from './list-decisions.ts';

const LONGEST_REASON = 2_000;

export interface DecisionRequest {
  readonly decision: Exclude<Decision, { kind: 'undo' }>;
  /** Why, in the caller's words; kept with the decision. */
  readonly reason: string;
}

export interface UndoRequest {
  readonly id: DecisionId;
  readonly reason: string;
}

/**
 * Decides a matter that the caller may read. What follows from it is there for readers when this returns; a correction has
 * all that it concerns read again by jobs, and readers are shown what was read before until that is done.
 * @throws FaultlineError `not-found` when the caller may not read what it is about, `invalid-request` when the decision says nothing.
 */
export async function makeDecision(
  application: Application,
  caller: Caller,
  { decision, reason }: DecisionRequest,
  signal: AbortSignal,
): Promise<ListedDecision> {
  return apply(application, caller, await checkMatter(application, caller, decision), reason, signal);
}

/**
 * Takes a decision back by another one, as if it had not been made.
 * @throws FaultlineError `not-found`, `conflict` when it is undone already.
 */
export async function undoDecision(
  application: Application,
  caller: Caller,
  { id, reason }: UndoRequest,
  signal: AbortSignal,
): Promise<ListedDecision> {
  await findDecision(application, caller, id);
  return apply(application, caller, { kind: 'undo', undoes: id }, reason, signal);
}

async function apply(
  application: Application,
  caller: Caller,
  decision: Decision,
  given: string,
  signal: AbortSignal,
): Promise<ListedDecision> {
  const reason = given.trim();
  if (reason === '') throw new FaultlineError('invalid-request', 'A decision needs a reason that others will understand later.');
  if (reason.length > LONGEST_REASON) {
    throw new FaultlineError('invalid-request', `The reason is longer than ${LONGEST_REASON} characters; say it shorter.`);
  }
  const made: MadeDecision = await application.ledger.decisions.decide(caller.tenant, { decision, actor: caller.actor, reason });
  await leaveToWorker(application, () => project(application, signal));
  return findDecision(application, caller, made.id);
}

/** What is decided as it is kept, when it can be. */
async function checkMatter(
  application: Application,
  caller: Caller,
  decision: DecisionRequest['decision'],
): Promise<DecisionRequest['decision']> {
  const access = await readerAccess(application, caller);
  switch (decision.kind) {
    case 'must-link':
    case 'cannot-link': {
      if (decision.a === decision.b) throw new FaultlineError('invalid-request', 'A decision on a pair needs two different keys.');
      const [a, b] = await application.ledger.keys.get(access, [decision.a, decision.b]);
      if (a === undefined || b === undefined) {
        throw new FaultlineError('not-found', 'No document that you may read names both keys; GET /v1/entities gives the keys of a name.');
      }
      if (a.type !== b.type) {
        throw new FaultlineError(
          'invalid-request',
          `A ${a.type} and a ${b.type} are never one thing; only two keys of one kind can be linked or parted.`,
        );
      }
      return decision;
    }
    case 'accept-fact':
    case 'reject-fact': {
      const held = await application.ledger.reviews.quarantined(access, decision.fact);
      if (held === undefined) {
        throw new FaultlineError('not-found', 'No document that you may read holds this fact in quarantine; GET /v1/reviews lists them.');
      }
      if (decision.kind === 'accept-fact' && !held.acceptable) {
        throw new FaultlineError('conflict', `This fact cannot count, whoever says so: ${held.cause}. It can only be rejected.`);
      }
      return decision;
    }
    case 'correct-text':
      await checkText(application, access, decision);
      return decision;
    case 'correct-column':
      return columnDecision(application, access, decision);
    case 'judge-answer': {
      const said = await application.ledger.feedback.list(access);
      if (!said.some(({ id }) => id === decision.feedback)) {
        throw new FaultlineError(
          'not-found',
          'Nobody said this of an answer whose sources you may read; GET /v1/feedback lists what was said.',
        );
      }
      return decision;
    }
    default:
      return assertNever(decision);
  }
}
