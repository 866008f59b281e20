import { z } from 'zod';
import { FEEDBACK_STATES, FEEDBACK_SUBJECTS, FEEDBACK_VERDICTS } from '../../kernel/index.ts';
import { nextSchema } from './count-cursor.ts';
import { observationsSchema } from './diagnosis.ts';
import { withoutUndefined } from './without-undefined.ts';

const MOST_REMARK = 2000;

/** What names an answer that the caller was given. */
export const answerNameShape = {
  question: z
    .string()
    .refine((text) => text.trim() !== '', 'must not be empty')
    .meta({ description: 'As it was asked', examples: ['What is the tightening torque of the casing bolts of P-101A?'] }),
  understood: z.string().optional().meta({ description: '`content.resolution.question` of the answer, where it has one' }),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'Of the answer', examples: ['0'.repeat(64)] }),
};

export const feedbackRequestSchema = z
  .strictObject({
    ...answerNameShape,
    about: z
      .enum(FEEDBACK_SUBJECTS)
      .default('answer')
      .meta({ description: 'Of a `diagnosis`, `question` is its fault and `digest` its `aigc.ProduceID`' }),
    observations: observationsSchema.default([]).meta({ description: 'Those that the diagnosis was asked with' }),
    verdict: z.enum(FEEDBACK_VERDICTS),
    remark: z.string().max(MOST_REMARK).optional().meta({ description: 'What is wrong or missing, in your words' }),
  })
  .transform(withoutUndefined)
  .meta({ id: 'FeedbackRequest' });

export const feedbackSchema = z
  .object({
    id: z.string(),
    actor: z.string().meta({ description: 'Who said it' }),
    at: z.iso.datetime(),
    about: z.enum(FEEDBACK_SUBJECTS),
    verdict: z.enum(FEEDBACK_VERDICTS),
    remark: z.string(),
    question: z.string(),
    understood: z.string().optional().meta({ description: 'The whole question, where it was completed from a conversation' }),
    observations: observationsSchema.readonly().meta({ description: 'What had been seen when the diagnosis said so; empty of an answer' }),
    asOf: z.iso.datetime().optional().meta({ description: 'The answer was as of this instant' }),
    digest: z.string().meta({ description: 'Of the answer: asked anew, the same digest is the same answer' }),
    decision: z.string().meta({ description: 'What the answer decided; of a diagnosis its state' }),
    sources: z.array(z.object({ documentId: z.string(), versionId: z.string(), passageId: z.string() })).readonly(),
  })
  .meta({ id: 'Feedback', description: 'What a person said of an answer or a diagnosis, which is not kept itself' });

const listedSchema = feedbackSchema.extend({
  state: z.enum(FEEDBACK_STATES).meta({ description: '`noted`: it was right, nothing is to be decided' }),
  judged: z
    .object({ id: z.string(), actor: z.string(), at: z.iso.datetime(), reason: z.string() })
    .optional()
    .meta({ description: 'The decision in force on it; POST /v1/decisions/{id}/undo takes it back' }),
  expected: z.string().optional().meta({ description: 'Words that a right answer has in it' }),
});

export const feedbackListSchema = z
  .object({
    feedback: z.array(listedSchema.meta({ id: 'ListedFeedback' })).readonly(),
    next: nextSchema,
  })
  .meta({ id: 'FeedbackList', description: 'Newest first' });
