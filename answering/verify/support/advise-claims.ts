import type { Adviser, ClaimReading } from '../../../kernel/index.ts';
import { TAUGHT_TO_READ } from '../../reading-task.ts';
import { CLAIM_REPLIES, claimPrompt } from './claim-prompt.ts';

/** A claim with the text of its sources that is read with it. */
export interface ClaimEvidence {
  readonly claim: string;
  readonly text: string;
  readonly sources: readonly string[];
}

/** What a language model makes of each claim, undefined where it has no opinion. `away`: it could not be asked. */
export type ClaimAdvice = 'none' | 'away' | readonly (ClaimReading | undefined)[];

/** Asks the model that was taught to judge claims; what others say of them was never weighed. @throws the signal's reason. */
export async function adviseClaims(
  adviser: Adviser | undefined,
  claims: readonly ClaimEvidence[],
  signal: AbortSignal,
): Promise<ClaimAdvice> {
  if (adviser?.model !== TAUGHT_TO_READ || claims.length === 0) return 'none';
  const prompts = claims.map(({ claim, text, sources }) => claimPrompt(claim, text, sources));
  const opinions = await adviser.choose(prompts, CLAIM_REPLIES, signal);
  return opinions?.map((opinion) => (opinion === undefined ? undefined : readingOf(opinion))) ?? 'away';
}

/** In the order of `CLAIM_REPLIES`. */
function readingOf([supported = 0, contradicted = 0, open = 0]: readonly number[]): ClaimReading {
  return { supported, contradicted, open };
}
