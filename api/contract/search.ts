import { z } from 'zod';
import { SHEET_STATUSES } from '../../kernel/index.ts';
import { anchorSchema } from './anchor.ts';
import { asOfSchema } from './as-of.ts';
import { withoutUndefined } from './without-undefined.ts';

export const searchRequestSchema = z
  .strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .meta({ examples: ['mechanical seal leaks'] }),
    k: z.int().min(1).max(100).default(10),
    asOf: asOfSchema.optional(),
  })
  .transform(withoutUndefined)
  .meta({ id: 'SearchRequest' });

export const searchAnswerSchema = z
  .object({
    hits: z
      .array(
        z.object({
          passageId: z.string(),
          documentId: z.string(),
          versionId: z.string(),
          title: z.string(),
          documentNumber: z.string().optional(),
          revision: z.string().optional(),
          score: z.number(),
          text: z.string(),
          anchors: z.array(anchorSchema).readonly(),
          legs: z.array(z.object({ leg: z.string(), rank: z.int() })).readonly(),
          stamp: z
            .enum(SHEET_STATUSES)
            .optional()
            .meta({ description: 'What its sheet is stamped with; void and superseded ones answer no question' }),
        }),
      )
      .readonly(),
    degraded: z.array(z.string()).readonly(),
  })
  .meta({ id: 'SearchAnswer' });
