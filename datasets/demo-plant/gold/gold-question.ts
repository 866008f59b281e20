import { z } from 'zod';

/** Intents of the demo; a subset of those the product knows. */
const GOLD_INTENTS = [
  'cause-of-symptom',
  'alarm-code',
  'remedy',
  'specification',
  'procedure',
  'part-or-tool',
  'asset-history',
  'aggregate',
  'safety-isolation',
] as const;

const boxSchema = z.strictObject({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });

const goldAtomSchema = z.strictObject({
  kind: z.enum(['quantity', 'identifier', 'phrase', 'count']),
  value: z.string().min(1),
  /** Other wordings that count as well, e.g. in the other language or, in a conflict, of the other document. */
  alternatives: z.array(z.string().min(1)),
});

const goldPlaceSchema = z.strictObject({
  file: z.string().min(1),
  /** PDF: page from 1 and boxes in points from the top left. */
  page: z.int().positive().optional(),
  boxes: z.array(boxSchema).optional(),
  /** Logs: record from 1, without the header. */
  row: z.int().positive().optional(),
  sheet: z.string().optional(),
  /** The supporting words as the source has them; for a row its cells joined by tabs. */
  quote: z.string().min(1),
  /** In a conflict: the value that this document gives. */
  value: z.string().optional(),
});

/** One question with what a right answer holds and where it stands. */
export const goldQuestionSchema = z.strictObject({
  id: z.string(),
  language: z.enum(['en', 'zh']),
  intent: z.enum(GOLD_INTENTS),
  question: z.string().min(1),
  answerable: z.boolean(),
  /** Why a right answer refuses; only of questions that are not answerable. */
  reason: z.enum(['absent', 'wrong-asset', 'false-premise']).optional(),
  /** All of them belong in a right answer. */
  atoms: z.array(goldAtomSchema),
  /** Any one place suffices; with `every`, all places of one of the files named. Empty: computed over many rows. */
  gold: z.array(goldPlaceSchema),
  every: z.boolean().optional(),
  /** Two valid documents give different values; an answer may give either, cited to its own document. */
  conflict: z.boolean().optional(),
  /** The answer stands in documents of the other language only. */
  crossLanguage: z.boolean().optional(),
  note: z.string().optional(),
});

export type GoldQuestion = z.infer<typeof goldQuestionSchema>;
export type GoldAtom = z.infer<typeof goldAtomSchema>;
export type GoldPlace = z.infer<typeof goldPlaceSchema>;
export type GoldIntent = (typeof GOLD_INTENTS)[number];
