import {
  type Access,
  FaultlineError,
  type Feedback,
  type FeedbackId,
  type FeedbackVerdict,
  makeFeedbackId,
  sha256,
} from '../../kernel/index.ts';
import { recordAudit } from '../audit/audit-event.ts';
import { findGivenAnswer } from '../audit/find-given-answer.ts';
import { batches } from '../connection/batches.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { type FeedbackRow, type FeedbackSourceRow, readFeedback } from './feedback-rows.ts';

/** What a person says of an answer that this person was given. */
export interface NewFeedback {
  readonly actor: string;
  readonly verdict: FeedbackVerdict;
  /** Empty: nothing is added. */
  readonly remark: string;
  readonly question: string;
  readonly understood?: string;
  readonly digest: string;
}

/**
 * What people say of answers. It is under the labels of what the answer cited: of a document that is there under those it has now, of
 * one that went under those it had when this was said. Who may not read one of them is shown none of it.
 */
export interface FeedbackLog {
  /**
   * Keeps what a person says of an answer, with its audit event, in one commit; what this person said of it before goes.
   * @throws FaultlineError `not-found` when this person was given no such answer, `conflict` when what it cites is not there any more.
   */
  give(access: Access, feedback: NewFeedback): Promise<Feedback>;
  /** Newest first, then by id. */
  list(access: Access): Promise<readonly Feedback[]>;
}

export function makeFeedbackLog(connections: Connections): FeedbackLog {
  const { clock, dialect, write } = connections;
  return {
    async give(access, given) {
      const { actor, verdict, remark, question, understood, digest } = given;
      const { tenant } = access;
      const id = makeFeedbackId(tenant, [actor, question, digest, verdict, remark]);
      await write(async (trx) => {
        const handle = { tenant, actor, question, digest, ...(understood === undefined ? {} : { understood }) };
        const { decision, passages, asOf } = await findGivenAnswer(trx, dialect, handle);
        const sources = await sourcesOf(trx, dialect, access, passages);
        await takeBack(trx, handle);
        await trx
          .insertInto('feedback')
          .values({
            id,
            tenant,
            actor,
            at: clock.now(),
            verdict,
            remark,
            question,
            question_hash: sha256(question),
            understood: understood ?? null,
            as_of: asOf ?? null,
            digest,
            decision,
          })
          .execute();
        for (const some of batches(sources)) {
          await trx
            .insertInto('feedback_source')
            .values(some.map((source) => ({ feedback: id, ...source })))
            .execute();
        }
        const event = { tenant, actor, action: 'feedback-given', subject: id, detail: { verdict, answer: digest } } as const;
        await recordAudit(trx, dialect, event, clock.now());
      });
      const kept = (await readableFeedback(connections, access, [id]))[0];
      if (kept === undefined) throw new FaultlineError('storage-failed', 'What was said of the answer could not be written.');
      return kept;
    },
    list: (access) => readableFeedback(connections, access),
  };
}

/** Feedback of which this reader may read every source, newest first; absent `ids`: all of it. */
export async function readableFeedback(
  { reader, dialect }: Connections,
  access: Access,
  ids?: readonly FeedbackId[],
): Promise<readonly Feedback[]> {
  let query = reader.selectFrom('feedback').selectAll().where('tenant', '=', access.tenant);
  if (ids !== undefined) query = query.where((row) => dialect.oneOf(row.ref('id'), ids));
  const rows: readonly FeedbackRow[] = await query.orderBy('at', 'desc').orderBy('id').execute();
  const sources = new Map<string, (FeedbackSourceRow & { readonly now: string | null })[]>();
  for (const some of batches(rows)) {
    const found = await reader
      .selectFrom('feedback_source')
      .leftJoin('version', (join) => join.onRef('version.id', '=', 'feedback_source.version').on('version.state', '!=', 'retracting'))
      .leftJoin('passage', 'passage.id', 'feedback_source.passage')
      .selectAll('feedback_source')
      .select('version.label_set as now')
      .where((row) =>
        dialect.oneOf(
          row.ref('feedback_source.feedback'),
          some.map(({ id }) => id),
        ),
      )
      .orderBy('feedback_source.document')
      .orderBy('feedback_source.version')
      .orderBy('passage.ord')
      .orderBy('feedback_source.passage')
      .execute();
    for (const source of found) sources.set(source.feedback, [...(sources.get(source.feedback) ?? []), source]);
  }
  const grants = new Set<string>(access.grants);
  return rows.flatMap((row) => {
    const cited = sources.get(row.id) ?? [];
    return cited.every(({ now, label_set }) => grants.has(now ?? label_set)) ? [readFeedback(row, cited)] : [];
  });
}

/** @throws FaultlineError `conflict` when one of the passages is not there for this reader any more. */
async function sourcesOf(
  trx: Writing,
  dialect: LedgerDialect,
  access: Access,
  passages: readonly string[],
): Promise<readonly Omit<FeedbackSourceRow, 'feedback'>[]> {
  const found: Omit<FeedbackSourceRow, 'feedback'>[] = [];
  for (const batch of batches(passages)) {
    const rows = await trx
      .selectFrom('passage')
      .innerJoin('version', 'version.id', 'passage.version')
      .select(['passage.id as passage', 'version.id as version', 'version.document', 'version.label_set'])
      .where((row) => dialect.oneOf(row.ref('passage.id'), batch))
      .where('version.tenant', '=', access.tenant)
      .where('version.state', '!=', 'retracting')
      .where((row) => dialect.oneOf(row.ref('version.label_set'), access.grants))
      .execute();
    found.push(...rows);
  }
  if (found.length < new Set(passages).size) {
    throw new FaultlineError('conflict', 'What the answer cites has changed since or is gone; ask anew and judge the new answer.');
  }
  return found;
}

/** A person's last word on an answer is the one that counts. */
async function takeBack(
  trx: Writing,
  {
    tenant,
    actor,
    question,
    digest,
  }: { readonly tenant: string; readonly actor: string; readonly question: string; readonly digest: string },
): Promise<void> {
  const before = trx
    .selectFrom('feedback')
    .select('id')
    .where('tenant', '=', tenant)
    .where('actor', '=', actor)
    .where('digest', '=', digest)
    .where('question_hash', '=', sha256(question));
  await trx.deleteFrom('feedback_source').where('feedback', 'in', before).execute();
  await trx.deleteFrom('feedback').where('id', 'in', before).execute();
}
