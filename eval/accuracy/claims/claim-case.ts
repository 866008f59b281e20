import { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

export const CLAIM_LABELS = ['supported', 'contradicted', 'unsupported'] as const;
export type ClaimLabel = (typeof CLAIM_LABELS)[number];

const placeShape = z.union([
  /** Lines from 1, both included. */
  z.strictObject({ file: z.string().min(1), from: z.int().positive(), to: z.int().positive() }),
  /** A page from 1. */
  z.strictObject({ file: z.string().min(1), page: z.int().positive() }),
]);
export type ClaimPlace = z.infer<typeof placeShape>;

const claimCaseShape = z.strictObject({
  id: z.string().min(1),
  language: z.enum(['zh', 'en']),
  /** What the claim would be an answer to. */
  question: z.string().min(1),
  claim: z.string().min(1),
  sources: z.array(placeShape).min(1),
  label: z.enum(CLAIM_LABELS),
  how: z.string(),
});
export type ClaimCase = z.infer<typeof claimCaseShape>;

/** Reads claims, one JSON object a line. @throws FaultlineError `invalid-request` with the line that is no claim. */
export function parseClaimCases(text: string): readonly ClaimCase[] {
  return text
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = claimCaseShape.safeParse(JSON.parse(line));
      if (!parsed.success) throw new FaultlineError('invalid-request', `Line ${number} is no claim: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
