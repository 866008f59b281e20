import type { Selectable } from 'kysely';
import { z } from 'zod';
import { FEEDBACK_VERDICTS, type Feedback } from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { documentIdShape, feedbackIdShape, passageIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';

export type FeedbackRow = Selectable<LedgerSchema['feedback']>;
export type FeedbackSourceRow = Selectable<LedgerSchema['feedback_source']>;

const verdictShape = z.enum(FEEDBACK_VERDICTS);

/** `sources` are those of this row, in the order in which they are told. */
export function readFeedback(row: FeedbackRow, sources: readonly FeedbackSourceRow[]): Feedback {
  return {
    id: readShape(feedbackIdShape, row.id, 'feedback'),
    actor: row.actor,
    at: row.at,
    verdict: readShape(verdictShape, row.verdict, 'feedback'),
    remark: row.remark,
    question: row.question,
    ...(row.understood === null ? {} : { understood: row.understood }),
    ...(row.as_of === null ? {} : { asOf: row.as_of }),
    digest: row.digest,
    decision: row.decision,
    sources: sources.map(({ document, version, passage }) => ({
      documentId: readShape(documentIdShape, document, 'feedback'),
      versionId: readShape(versionIdShape, version, 'feedback'),
      passageId: readShape(passageIdShape, passage, 'feedback'),
    })),
  };
}
