import { sql } from 'kysely';
import { z } from 'zod';
import { FaultlineError, sha256, type TenantId } from '../../kernel/index.ts';
import type { Reading, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readJson } from '../rows/stored-shapes.ts';

/** An answer as it is known again: whose it was, what was asked, and the digest of what was said. */
export interface AnswerHandle {
  readonly tenant: TenantId;
  readonly actor: string;
  readonly question: string;
  /** The whole question where the one asked was completed from a conversation. */
  readonly understood?: string;
  readonly digest: string;
}

/** What the trail keeps of an answer; it keeps more. */
const detailShape = z.looseObject({
  decision: z.string(),
  passages: z.array(z.string()),
  asOf: z.number().optional(),
  understood: z.string().optional(),
});

export type GivenAnswer = z.infer<typeof detailShape>;

/**
 * What the trail tells of an answer that this person was given: nothing is believed of it but what the service said itself.
 * @throws FaultlineError `not-found` when this person was given no such answer.
 */
export async function findGivenAnswer(
  db: Reading | Writing,
  dialect: LedgerDialect,
  { tenant, actor, question, understood, digest }: AnswerHandle,
): Promise<GivenAnswer> {
  const row = await db
    .selectFrom('audit_event')
    .select('detail_json')
    .where('subject', '=', sha256(question))
    .where('tenant', '=', tenant)
    .where('actor', '=', actor)
    .where('action', '=', 'question-answered')
    .where(dialect.memberText(sql.ref('detail_json'), 'answer'), '=', digest)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const detail = row === undefined ? undefined : readJson(detailShape, row.detail_json, 'audit event');
  const isWhole = detail?.understood === (understood === undefined ? undefined : sha256(understood));
  if (detail === undefined || !isWhole) {
    throw new FaultlineError(
      'not-found',
      'You were given no such answer: send the question as it was asked and the digest of its answer, and ask anew if it was long ago.',
    );
  }
  return detail;
}
