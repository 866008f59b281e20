import { z } from 'zod';
import { ANSWER_FILE_FORMS } from '../answer-file.ts';
import { aigcLabelSchema, noticeSchema } from './aigc-label.ts';
import { answerSchema } from './answer.ts';
import { answerNameShape } from './feedback.ts';
import { withoutUndefined } from './without-undefined.ts';

const { content } = answerSchema.shape;

export const answerFileRequestSchema = z
  .strictObject({
    ...answerNameShape,
    content: content.meta({ description: 'Of the answer, as it came' }),
    form: z.enum(ANSWER_FILE_FORMS).default('markdown'),
  })
  .transform(withoutUndefined)
  .meta({ id: 'AnswerFileRequest' });

export const answerFileSchema = z
  .object({
    question: z.string(),
    notice: noticeSchema,
    aigc: aigcLabelSchema,
    digest: z.string(),
    content,
    exportedAt: z.iso.datetime(),
  })
  .meta({ id: 'AnswerFile', description: 'An answer as a file to pass on' });
