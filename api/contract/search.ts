import { z } from 'zod';
import { PASSAGE_KINDS, SHEET_STATUSES } from '../../kernel/index.ts';
import { anchorSchema } from './anchor.ts';
import { asOfSchema } from './as-of.ts';
import { documentIdSchema } from './ids.ts';
import { withoutUndefined } from './without-undefined.ts';

const LANGUAGES = ['zh', 'en', 'mixed', 'none'] as const;
const MOST_DOCUMENTS = 1000;

export const searchRequestSchema = z
  .strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .meta({ examples: ['mechanical seal leaks'] }),
    k: z.int().min(1).max(100).default(10),
    where: z
      .strictObject({
        documents: z.array(documentIdSchema).min(1).max(MOST_DOCUMENTS).optional(),
        languages: z
          .array(z.enum(LANGUAGES))
          .min(1)
          .optional()
          .meta({ description: 'By the script of the passage; `none`: numbers and codes alone' }),
        kinds: z.array(z.enum(PASSAGE_KINDS)).min(1).optional(),
      })
      .transform(withoutUndefined)
      .optional()
      .meta({ description: 'Stay within passages that have one of the values of each list' }),
    explain: z.boolean().default(false).meta({ description: 'Say of each hit why it stands where it stands' }),
    asOf: asOfSchema.optional(),
  })
  .transform(withoutUndefined)
  .meta({ id: 'SearchRequest' });

const explainedSchema = z
  .object({
    scores: z
      .array(z.object({ leg: z.string(), score: z.number() }))
      .readonly()
      .meta({
        description:
          'What each leg measures of it, found by it or not: asked codes that it names (`identifier`), BM25 (`lexical`), cosine (`vector`), share of the walk (`graph`)',
      }),
    parts: z
      .array(z.object({ feature: z.string(), value: z.number(), weight: z.number() }))
      .readonly()
      .meta({ description: 'The score is the sum of value times weight; what counts most first' }),
  })
  .meta({ id: 'ExplainedHit' });

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
          headings: z.array(z.string()).readonly().meta({ description: 'Titles of the sections it stands in, outermost first' }),
          text: z.string(),
          anchors: z.array(anchorSchema).readonly(),
          legs: z.array(z.object({ leg: z.string(), rank: z.int() })).readonly(),
          stamp: z
            .enum(SHEET_STATUSES)
            .optional()
            .meta({ description: 'What its sheet is stamped with; void and superseded ones answer no question' }),
          explained: explainedSchema.optional(),
        }),
      )
      .readonly(),
    degraded: z.array(z.string()).readonly(),
  })
  .meta({ id: 'SearchAnswer' });
