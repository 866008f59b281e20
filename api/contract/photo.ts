import { z } from 'zod';
import { IDENTIFIER_KINDS } from '../../kernel/index.ts';

const pixelBoxSchema = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }).meta({
  id: 'PixelBox',
  description: 'Rectangle in pixels from the top left of the photo as it is shown (turned as its EXIF data say)',
});

const wordsSchema = z.object({
  text: z.string(),
  confidence: z.number().min(0).max(1).meta({ description: 'Of the least sure word among them, as the engine gives it' }),
  isUnsure: z.boolean().meta({ description: 'Whether one of them was read so unsurely that it has to be held against the machine' }),
  recognised: z
    .string()
    .optional()
    .meta({ description: 'As the engine had them, where a sign was put right because only so they are a code or a unit' }),
  box: pixelBoxSchema,
});
const withinSchema = wordsSchema.extend({ start: z.int(), end: z.int() });
const mentionSchema = withinSchema.extend({
  line: z.int().meta({ description: 'Place of its line in `lines`, from 0' }),
  canonical: z.string().meta({ description: 'Folded identifier, or value in SI (`low..high` of a range)' }),
});

export const photoReadingSchema = z
  .object({
    engine: z.string().meta({ description: 'Program, version and trained data that recognised the text' }),
    width: z.int(),
    height: z.int(),
    lines: z
      .array(
        wordsSchema
          .extend({ parts: z.array(withinSchema).readonly().meta({ description: 'What stands apart in it, as cells do' }) })
          .meta({ id: 'PhotoLine' }),
      )
      .readonly()
      .meta({ description: 'Top to bottom' }),
    mentions: z
      .array(
        z
          .discriminatedUnion('type', [
            mentionSchema.extend({ type: z.literal('identifier'), subtype: z.enum(IDENTIFIER_KINDS) }),
            mentionSchema.extend({ type: z.literal('quantity'), subtype: z.string() }),
          ])
          .meta({ id: 'PhotoMention' }),
      )
      .readonly()
      .meta({ description: 'Codes and quantities, by line and place' }),
  })
  .meta({ id: 'PhotoReading', description: 'Equal photos give equal readings' });
