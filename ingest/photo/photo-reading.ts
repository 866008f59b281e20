import { z } from 'zod';
import { IDENTIFIER_KINDS } from '../../kernel/index.ts';

const share = z.number().min(0).max(1);
const place = z.int().nonnegative();

const words = z.object({
  /** As they stand in the line, signs that are sure to have been misread put right. */
  text: z.string(),
  /** Of the least sure word among them. */
  confidence: share,
  /** Whether one of them is read so unsurely that it has to be held against the machine. */
  isUnsure: z.boolean(),
  /** As the engine had them, where a sign was put right. */
  recognised: z.string().exactOptional(),
  /** Pixels from the top left of the photo as it is shown. */
  box: z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }),
});
/** UTF-16 offsets in the line. */
const within = words.extend({ start: place, end: place });
const mention = within.extend({ line: place, canonical: z.string() });

/** What was read on a photo, in the form in which the process that read it has to tell. */
export const PHOTO_READING = z.object({
  /** Program, version and trained data that recognised the text. */
  engine: z.string(),
  /** Pixels of the photo as it is shown. */
  width: place,
  height: place,
  /** Top to bottom; the parts of one stand apart from each other, as the cells of a table do. */
  lines: z.array(words.extend({ parts: z.array(within).readonly() })).readonly(),
  /** Codes and quantities, by line and place. */
  mentions: z
    .array(
      z.discriminatedUnion('type', [
        mention.extend({ type: z.literal('identifier'), subtype: z.enum(IDENTIFIER_KINDS) }),
        mention.extend({ type: z.literal('quantity'), subtype: z.string() }),
      ]),
    )
    .readonly(),
});

export type PhotoReading = Readonly<z.infer<typeof PHOTO_READING>>;
export type PhotoLine = Readonly<PhotoReading['lines'][number]>;
export type PhotoMention = Readonly<PhotoReading['mentions'][number]>;
