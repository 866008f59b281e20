import { sql } from 'kysely';
import { z } from 'zod';
import { FaultlineError, type FeedbackSubject, type Observation, observationsHash, sha256, type TenantId } from '../../kernel/index.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readJson } from '../rows/stored-shapes.ts';

/** An answer or diagnosis as it is known again: whose it was, what was asked, and the digest of what was said. */
export interface AnswerHandle {
  readonly tenant: TenantId;
  readonly actor: string;
  readonly about: FeedbackSubject;
  /** Of a diagnosis the fault. */
  readonly question: string;
  /** The whole question where the one asked was completed from a conversation. */
  readonly understood?: string;
  /** What a diagnosis was told that had been seen; empty of an answer. */
  readonly observations: readonly Observation[];
  readonly digest: string;
}

/** What the trail keeps of an answer; it keeps more. */
const detailShape = z.looseObject({
  /** Of an answer. */
  decision: z.string().optional(),
  /** Of a diagnosis. */
  state: z.string().optional(),
  passages: z.array(z.string()),
  asOf: z.number().optional(),
  understood: z.string().optional(),
  seen: z.string().optional(),
});

const ACTIONS = { answer: 'question-answered', diagnosis: 'fault-diagnosed' } as const;

/** What the trail tells of it: what it decided, or how far a diagnosis had come, and the passages that it cites. */
export interface GivenAnswer {
  readonly decision: string;
  readonly passages: readonly string[];
  /** Milliseconds, UTC. */
  readonly asOf?: number;
}

/**
 * What the trail tells of an answer that this person was given: nothing is believed of it but what the service said itself.
 * @throws FaultlineError `not-found` when this person was given no such answer.
 */
export async function findGivenAnswer(
  db: Reading | Writing,
  dialect: LedgerDialect,
  { tenant, actor, about, question, understood, observations, digest }: AnswerHandle,
): Promise<GivenAnswer> {
  const row = await db
    .selectFrom('audit_event')
    .select('detail_json')
    .where('subject', '=', sha256(question))
    .where('tenant', '=', tenant)
    .where('actor', '=', actor)
    .where('action', '=', ACTIONS[about])
    .where(dialect.memberText(sql.ref('detail_json'), 'answer'), '=', digest)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const detail = row === undefined ? undefined : readJson(detailShape, row.detail_json, 'audit event');
  const isWhole =
    detail?.understood === (understood === undefined ? undefined : sha256(understood)) && detail?.seen === observationsHash(observations);
  const decision = detail?.decision ?? detail?.state;
  if (detail === undefined || decision === undefined || !isWhole) {
    throw new FaultlineError(
      'not-found',
      'You were given no such answer: send the question (of a diagnosis the fault, and what had been seen) as it was asked and the digest of its answer, and ask anew if it was long ago.',
    );
  }
  const { passages, asOf } = detail;
  return { decision, passages, ...(asOf === undefined ? {} : { asOf }) };
}
