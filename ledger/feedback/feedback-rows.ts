import type { Selectable } from 'kysely';
import { z } from 'zod';
import { FEEDBACK_SUBJECTS, FEEDBACK_VERDICTS, type Feedback, OBSERVATION_OUTCOMES } from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { documentIdShape, feedbackIdShape, passageIdShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';

export type FeedbackRow = Selectable<LedgerSchema['feedback']>;
export type FeedbackSourceRow = Selectable<LedgerSchema['feedback_source']>;

const verdictShape = z.enum(FEEDBACK_VERDICTS);
const subjectShape = z.enum(FEEDBACK_SUBJECTS);
const observationsShape = z.array(z.object({ check: z.string(), outcome: z.enum(OBSERVATION_OUTCOMES) }));

/** `sources` are those of this row, in the order in which they are told. */
export function readFeedback(row: FeedbackRow, sources: readonly FeedbackSourceRow[]): Feedback {
  return {
    id: readShape(feedbackIdShape, row.id, 'feedback'),
    actor: row.actor,
    at: row.at,
    about: readShape(subjectShape, row.about, 'feedback'),
    verdict: readShape(verdictShape, row.verdict, 'feedback'),
    remark: row.remark,
    question: row.question,
    ...(row.understood === null ? {} : { understood: row.understood }),
    observations: row.observations_json === null ? [] : readJson(observationsShape, row.observations_json, 'feedback'),
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
