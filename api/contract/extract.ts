import { z } from 'zod';
import { PASSAGE_KINDS, PREDICATES } from '../../kernel/index.ts';

/** Some pages: it is done between other requests, so it must not take long. */
const MAX_TEXT = 20_000;

export const extractRequestSchema = z
  .strictObject({
    text: z.string().min(1).max(MAX_TEXT),
    kind: z.enum(PASSAGE_KINDS).default('paragraph').meta({ description: 'What the text is in its document' }),
  })
  .meta({ id: 'ExtractRequest' });

export const extractAnswerSchema = z
  .object({
    mentions: z
      .array(
        z.object({
          start: z.int(),
          end: z.int(),
          text: z.string(),
          type: z.string(),
          subtype: z.string().optional(),
          canonical: z.string().optional(),
        }),
      )
      .readonly(),
    facts: z.array(z.object({ subject: z.string(), predicate: z.enum(PREDICATES), object: z.string(), quote: z.string() })).readonly(),
  })
  .meta({ id: 'ExtractAnswer' });
