import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

const leaf = z.union([z.string(), z.number(), z.boolean()]);
const nested = z.union([leaf, z.array(z.union([leaf, z.array(leaf)]))]);

/** None where writers left it open. */
const unit = z.string().nullish();

const truthShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('number'), value: z.number(), unit }),
  z.strictObject({ type: z.literal('yes_no'), value: z.union([z.boolean(), z.string()]) }),
  z.strictObject({ type: z.literal('text'), value: z.union([z.string(), z.number()]), unit }),
  z.strictObject({ type: z.literal('list'), value: z.array(nested), unit }),
  z.strictObject({
    type: z.literal('table'),
    value: z.union([z.record(z.string(), z.union([nested, z.record(z.string(), nested)])), z.array(nested)]),
    unit,
  }),
  z.strictObject({ type: z.literal('ranking'), value: z.array(z.tuple([leaf, leaf])), unit }),
  z.strictObject({
    type: z.literal('zero_but_could_match'),
    value: z.number(),
    unit,
    rows_that_could_match: z.number().optional(),
    how: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('cannot_be_answered'), why: z.string() }),
]);
export type LogTruth = z.infer<typeof truthShape>;

const logQuestionShape = z.object({
  id: z.string().min(1),
  language: z.enum(['zh', 'en', 'mixed']),
  text: z.string().min(1),
  set: z.string().min(1),
  /** Relative to the data folder, or to the folder of the questions where they begin with `exports/`. */
  files: z.array(z.string().min(1)).min(1),
  kind: z.string().min(1),
  truth: truthShape,
  /** Other fair readings; some are only described. */
  alternatives: z.array(z.object({ value: z.unknown().optional(), reading: z.string() })),
  tolerance: z.object({ abs: z.number().optional(), rel: z.number().optional() }).nullable(),
});
export type LogQuestion = z.infer<typeof logQuestionShape>;

/** Reads questions, one JSON object a line. @throws FaultlineError `invalid-request` with the line that is no question. */
export function parseLogQuestions(text: string): readonly LogQuestion[] {
  return text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = logQuestionShape.safeParse(JSON.parse(line));
      if (!parsed.success) throw new FaultlineError('invalid-request', `Line ${number} is no question: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
