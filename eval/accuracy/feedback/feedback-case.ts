import { z } from 'zod';
import { FaultlineError, FEEDBACK_SUBJECTS, OBSERVATION_OUTCOMES, parseJson } from '../../../kernel/index.ts';

const caseShape = z.strictObject({
  /** Of what was said. */
  id: z.string().min(1),
  /** Absent: an answer. */
  about: z.enum(FEEDBACK_SUBJECTS).optional(),
  /** Of a diagnosis the fault. */
  question: z.string().min(1),
  /** What had been seen when a diagnosis said so. */
  observations: z.array(z.strictObject({ check: z.string(), outcome: z.enum(OBSERVATION_OUTCOMES) })).optional(),
  verdict: z.enum(['wrong', 'missing']),
  /** A reviewer agreed. */
  isConfirmed: z.boolean(),
  /** Of the answer of which it was said. */
  digest: z.string(),
  decision: z.string(),
  /** Milliseconds, UTC: the answer was as of this instant. */
  asOf: z.number().optional(),
  remark: z.string().optional(),
  /** Words that a right answer has in it. */
  expected: z.string().min(1).optional(),
});

/** An answer or diagnosis that a person said to be at fault, to be asked again. */
export type FeedbackCase = z.infer<typeof caseShape>;

/** A line of JSON each. */
export function writeFeedbackCases(cases: readonly FeedbackCase[]): string {
  return cases.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** @throws FaultlineError `invalid-request` naming the line that is no case. */
export function readFeedbackCases(text: string): readonly FeedbackCase[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = caseShape.safeParse(parseJson(line));
    if (read.success) return [read.data];
    const [issue] = read.error.issues;
    throw new FaultlineError(
      'invalid-request',
      `Line ${index + 1} is no case (${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}); \`faultline feedback export\` writes them.`,
    );
  });
}
