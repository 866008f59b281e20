import { type Answer, aigcLabel } from '../../answering/index.ts';
import { type Caller, canonicalJson, FaultlineError, type Json, sha256 } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import type { Application } from '../application.ts';

/** An answer that the caller was given, as it came. */
export interface ExportAnswerRequest {
  readonly question: string;
  /** The whole question, where the answer says that it was completed from the conversation. */
  readonly understood?: string;
  readonly content: Answer['content'];
  readonly digest: string;
}

/** All that a file of an answer says: what was asked and said, whose words it is, and when it was written. */
export interface AnswerExport extends Pick<Answer, 'content' | 'digest'>, Pick<Answer['envelope'], 'notice' | 'aigc'> {
  readonly question: string;
  /** Milliseconds, UTC. */
  readonly exportedAt: number;
}

/**
 * What a file of an answer says, so that nothing leaves under the labels of this service that it did not say: the content has to be the
 * one of the digest, and the digest one that the caller was given.
 * @throws FaultlineError `conflict` when the content is not that of the digest, `not-found` when the caller was given no such answer.
 */
export async function exportAnswer(
  { ledger, audit, config, clock }: Application,
  { tenant, actor }: Caller,
  { question, understood, content, digest }: ExportAnswerRequest,
): Promise<AnswerExport> {
  if (sha256(canonicalJson(content as unknown as Json)) !== digest) {
    throw new FaultlineError('conflict', 'The content is not the one of this digest; send `content` of the answer as it came.');
  }
  // Who was just answered may take the answer along at once, so the trail has to know it.
  await audit.flush();
  await ledger.audit.givenAnswer({
    tenant,
    actor,
    about: 'answer',
    question,
    observations: [],
    digest,
    ...(understood === undefined ? {} : { understood }),
  });
  const origin = content.mode === 'model' ? 'model' : 'quotation';
  return {
    question,
    exportedAt: clock.now(),
    notice: phrasesOf(content.language).originNotice(origin),
    aigc: aigcLabel(digest, origin, config.contentProducer),
    digest,
    content,
  };
}
