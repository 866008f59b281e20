import type { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import type { verifyRequestSchema } from './verify.ts';

type Request = z.infer<typeof verifyRequestSchema>;

/** Characters of claims × characters of sources; measured: 13 to 60 ns each, so some two seconds of one core at worst. */
const MOST_WORK = 40_000_000;
/** A claim costs as much as one of this length, however short it is. */
const LEAST_CLAIM = 75;

/**
 * Claims are held against all sources in one go while other requests wait, so their product is bounded, not each alone.
 * @throws FaultlineError `request-too-large`.
 */
export function limitVerification({ answer, claims, sources }: Request): void {
  const sourceLength = sources.reduce((sum, { text }) => sum + text.length, 0);
  const claimLength =
    answer === undefined
      ? (claims ?? []).reduce((sum, { text }) => sum + Math.max(text.length, LEAST_CLAIM), 0)
      : Math.max(answer.length, LEAST_CLAIM * countPieces(answer));
  if (claimLength * sourceLength <= MOST_WORK) return;
  throw new FaultlineError(
    'request-too-large',
    'The claims and sources are too much for one request: send fewer claims at a time, or only the sources that they cite.',
  );
}

/** At least as many as the answer has sentences. */
function countPieces(answer: string): number {
  return (answer.match(/[.!?;。！？；\n]+/g)?.length ?? 0) + 1;
}
