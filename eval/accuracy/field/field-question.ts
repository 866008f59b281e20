import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

/** Ways in which people at a machine ask. */
const FIELD_FORMS = [
  'cause',
  'code',
  'short-code',
  'value',
  'range',
  'interval',
  'procedure',
  'how-to',
  'part-number',
  'permission',
  'precondition',
  'yes-no',
  'where',
  'definition',
  'difference',
  'which',
  'list',
  'two-part',
  'colloquial',
  'follow-up',
] as const;

const placeShape = z.strictObject({
  /** Path in the data folder. */
  file: z.string().min(1),
  /** From 1. */
  page: z.number().int().positive().optional(),
  /** Data row from 1, the header not counted. */
  row: z.number().int().positive().optional(),
  /** Openings of the passage that answers, as marks of `textMark`; several where markup may or may not be part of the text. */
  marks: z.array(z.string().min(1)).min(1),
});

const fieldQuestionShape = z.strictObject({
  id: z.string().min(1),
  /** Questions of one conversation are asked one after the other, by `turn` from 1. */
  conversation: z.string().optional(),
  turn: z.number().int().positive(),
  question: z.string().min(1),
  language: z.enum(['zh', 'en', 'mixed']),
  form: z.enum(FIELD_FORMS),
  /** Asked in another language than that of the only documents that answer. */
  crossLanguage: z.boolean(),
  answerable: z.boolean(),
  why: z.enum(['absent', 'other-product', 'false-premise']).optional(),
  places: z.array(placeShape),
  /** Whether each place answers by itself or all are needed. */
  needs: z.enum(['any', 'all']),
  /** What a right answer holds: of each entry one wording. */
  atoms: z.array(z.array(z.string().min(1)).min(1)),
  polarity: z.enum(['yes', 'no']).optional(),
  /** What is true of another product or condition. */
  forbidden: z.array(z.string().min(1)),
});
export type FieldQuestion = z.infer<typeof fieldQuestionShape>;
export type FieldPlace = FieldQuestion['places'][number];

/** Reads questions, one JSON object a line. @throws FaultlineError `invalid-request` with the line that is no question. */
export function parseFieldQuestions(text: string): readonly FieldQuestion[] {
  return text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = fieldQuestionShape.safeParse(JSON.parse(line));
      if (!parsed.success) throw new FaultlineError('invalid-request', `Line ${number} is no question: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
