import { type Caller, type Decision, type DecisionId, FaultlineError, type MadeDecision } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { leaveToWorker } from '../leave-to-worker.ts';
import { project } from '../projection/projector.ts';
import { readerAccess } from '../reader-access.ts';
import { checkMatter, type Deciding } from './check-matter.ts';
import { findDecision, type ListedDecision } from './list-decisions.ts';

const LONGEST_REASON = 2_000;

export interface DecisionRequest {
  readonly decision: Deciding;
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
  return apply(application, caller, await checkMatter(application, await readerAccess(application, caller), decision), reason, signal);
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
