import {
  type Access,
  FaultlineError,
  type Feedback,
  type FeedbackId,
  type FeedbackSubject,
  type FeedbackVerdict,
  makeFeedbackId,
  type Observation,
  sha256,
  type TenantId,
} from '../../kernel/index.ts';
import { recordAudit } from '../audit/audit-event.ts';
import { type AnswerHandle, findGivenAnswer } from '../audit/find-given-answer.ts';
import { batches } from '../connection/batches.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { type FeedbackRow, type FeedbackSourceRow, readFeedback } from './feedback-rows.ts';

/** What a person says of an answer or a diagnosis that this person was given. */
export interface NewFeedback {
  readonly actor: string;
  readonly about: FeedbackSubject;
  readonly verdict: FeedbackVerdict;
  /** Empty: nothing is added. */
  readonly remark: string;
  readonly question: string;
  readonly understood?: string;
  /** Empty of an answer. */
  readonly observations: readonly Observation[];
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
  /**
   * Takes back what this person said, with its audit event, in one commit. Nothing of it is kept but the word in the trail; a decision
   * on it stays and sleeps. Whether what was cited may still be read plays no part: it is this person's own word.
   * @throws FaultlineError `not-found` when this person said no such thing, or took it back already.
   */
  withdraw(tenant: TenantId, actor: string, id: FeedbackId): Promise<void>;
  /** Newest first, then by id. */
  list(access: Access): Promise<readonly Feedback[]>;
}

export function makeFeedbackLog(connections: Connections): FeedbackLog {
  const { clock, dialect, write } = connections;
  return {
    async give(access, given) {
      const { actor, about, verdict, remark, question, understood, observations, digest } = given;
      const { tenant } = access;
      const id = makeFeedbackId(tenant, [actor, question, digest, verdict, remark]);
      await write(async (trx) => {
        const handle = { tenant, actor, about, question, observations, digest, ...(understood === undefined ? {} : { understood }) };
        const { decision, passages, asOf } = await findGivenAnswer(trx, dialect, handle);
        const sources = await sourcesOf(trx, dialect, access, passages);
        await forget(trx, earlier(trx, handle));
        await trx
          .insertInto('feedback')
          .values({
            id,
            tenant,
            actor,
            at: clock.now(),
            about,
            observations_json: observations.length === 0 ? null : JSON.stringify(observations),
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
    withdraw: (tenant, actor, id) =>
      write(async (trx) => {
        const own = trx.selectFrom('feedback').where('tenant', '=', tenant).where('actor', '=', actor).where('id', '=', id);
        const said = await own.select(['verdict', 'digest']).executeTakeFirst();
        if (said === undefined) {
          throw new FaultlineError(
            'not-found',
            'You said no such thing of an answer, or took it back already; GET /v1/feedback lists what you said.',
          );
        }
        await forget(trx, own.select('id'));
        const detail = { verdict: said.verdict, answer: said.digest };
        await recordAudit(trx, dialect, { tenant, actor, action: 'feedback-withdrawn', subject: id, detail }, clock.now());
      }),

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

/** What a person said of this answer before: the last word is the one that counts. */
function earlier(trx: Writing, { tenant, actor, question, digest }: Pick<AnswerHandle, 'tenant' | 'actor' | 'question' | 'digest'>) {
  return trx
    .selectFrom('feedback')
    .select('id')
    .where('tenant', '=', tenant)
    .where('actor', '=', actor)
    .where('digest', '=', digest)
    .where('question_hash', '=', sha256(question));
}

async function forget(trx: Writing, said: ReturnType<typeof earlier>): Promise<void> {
  await trx.deleteFrom('feedback_source').where('feedback', 'in', said).execute();
  await trx.deleteFrom('feedback').where('id', 'in', said).execute();
}
