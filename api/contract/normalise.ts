import { z } from 'zod';
import { NORMALISING_RULES } from '../../app/index.ts';

/** A shift's entries: words that are known nowhere are held against all that are, so it must not be long. */
const MAX_TEXT = 10_000;

export const normaliseRequestSchema = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(MAX_TEXT)
      .meta({ examples: ['REPL brg l/h'] }),
    masks: z.boolean().default(true).meta({
      description: 'Identifiers, numbers, dates and names become `<id>`, `<num>`, `<date>`, `<sensitive>`; else they stay as written',
    }),
  })
  .meta({ id: 'NormaliseRequest' });

export const normaliseAnswerSchema = z
  .object({
    text: z.string(),
    tokens: z
      .array(
        z.object({
          raw: z.string(),
          norm: z.string().meta({ description: 'Empty for a word that was joined to the one before' }),
          start: z.int(),
          end: z.int(),
          normStart: z.int().meta({ description: 'Where `norm` stands in `text`' }),
          normEnd: z.int(),
          rule: z.enum(NORMALISING_RULES),
          confidence: z.number().min(0).max(1),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'NormaliseAnswer' });
