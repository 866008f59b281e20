import { assessClaims, type Verification } from '../../../answering/index.ts';
import { openChecking } from '../../../app/index.ts';
import type { ClaimCase } from './claim-case.ts';
import type { ReadPlace } from './claim-sources.ts';

/** A claim with what the gate says of it, as audit of what others wrote (`balanced`). */
export interface JudgedClaim {
  readonly claim: ClaimCase;
  readonly judged: Verification['claims'][number];
}

/** Holds each claim, as one, against the text of its places. @throws FaultlineError `not-found` for a place that is not there. */
export async function runClaimsSuite(
  claims: readonly ClaimCase[],
  readPlace: ReadPlace,
  signal: AbortSignal,
): Promise<readonly JudgedClaim[]> {
  const checking = openChecking();
  const judged: JudgedClaim[] = [];
  for (const claim of claims) {
    const texts = await Promise.all(claim.sources.map(readPlace));
    const request = {
      claims: [{ text: claim.claim }],
      sources: texts.map((text, at) => ({ id: String(at), text })),
      strictness: 'balanced',
    } as const;
    const [first] = (await assessClaims(checking, request, signal)).claims;
    if (first !== undefined) judged.push({ claim, judged: first });
  }
  return judged;
}
