import { type Access, assertNever, type Decision, FaultlineError } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { checkText, columnDecision } from './check-correction.ts';

/** What a person can decide; taking a decision back is asked for apart. */
export type Deciding = Exclude<Decision, { kind: 'undo' }>;

/**
 * What is decided as it is kept, when it can be.
 * @throws FaultlineError `not-found` when the reader may not read what it is about, `invalid-request` when it says nothing, `conflict`.
 */
export async function checkMatter(application: Application, access: Access, decision: Deciding): Promise<Deciding> {
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
    case 'set-aside': {
      const reviews = await application.ledger.reviews.list(access);
      if (!reviews.some(({ subject }) => subject.kind === 'unread-part' && subject.version === decision.version)) {
        throw new FaultlineError(
          'not-found',
          'Of no such version that you may read anything is unread; GET /v1/reviews?kind=unread-part lists them.',
        );
      }
      return decision;
    }
    default:
      return assertNever(decision);
  }
}
