import { z } from 'zod';
import { PASSAGE_KINDS, PREDICATES } from '../../kernel/index.ts';

/** Some pages: it is done between other requests, so it must not take long. */
const MAX_TEXT = 20_000;
const confidence = z.number().min(0).max(1);

export const extractRequestSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(MAX_TEXT)
      .meta({ examples: ['P-101A: bearing hot, grease renewed'] }),
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
    learnt: z
      .object({
        mentions: z
          .array(
            z.object({
              start: z.int(),
              end: z.int(),
              text: z.string(),
              type: z.string(),
              model: z.enum(['maintie', 'mwo2kg', 'log-sentences']).meta({ description: 'Whose classes the type is one of' }),
              failureMode: z
                .object({ name: z.string(), confidence })
                .optional()
                .meta({ description: 'The failure mode that an observation is likeliest of, to be accepted by a person' }),
              confidence,
            }),
          )
          .readonly(),
        relations: z
          .array(z.object({ head: z.int(), type: z.string(), tail: z.int(), confidence }))
          .readonly()
          .meta({ description: 'Between mentions, by their places in the list' }),
      })
      .meta({ description: 'What learnt models take words of a short text for, apart from what rules and vocabularies find' }),
  })
  .meta({ id: 'ExtractAnswer' });
