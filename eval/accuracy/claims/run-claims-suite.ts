import { basename } from 'node:path';
import { assessClaims, type Verification } from '../../../answering/index.ts';
import { openChecking } from '../../../app/index.ts';
import { type Adviser, FaultlineError } from '../../../kernel/index.ts';
import type { ClaimCase, ClaimPlace } from './claim-case.ts';
import type { ReadPlace } from './claim-sources.ts';

/** A claim with what the gate says of it, as audit of what others wrote (`balanced`). */
export interface JudgedClaim {
  readonly claim: ClaimCase;
  readonly judged: Verification['claims'][number];
}

/**
 * Holds each claim, as one, against the text of its places.
 * @param adviser a language model that is asked too. @throws FaultlineError `not-found` for a place that is not there,
 * `store-unavailable` when the language model cannot be asked: half of its opinions would be no measurement.
 */
export async function runClaimsSuite(
  claims: readonly ClaimCase[],
  readPlace: ReadPlace,
  signal: AbortSignal,
  adviser?: Adviser,
): Promise<readonly JudgedClaim[]> {
  const checking = { ...openChecking(), ...(adviser === undefined ? {} : { adviser }) };
  const judged: JudgedClaim[] = [];
  for (const claim of claims) {
    const texts = await Promise.all(claim.sources.map(readPlace));
    const request = {
      claims: [{ text: claim.claim }],
      sources: texts.map((text, at) => ({ id: nameOf(claim.sources[at], at), text })),
      strictness: 'balanced',
    } as const;
    const { claims: assessed, degraded } = await assessClaims(checking, request, signal);
    if (degraded !== undefined) throw new FaultlineError('store-unavailable', 'The language model could not be asked; look at its log.');
    const [first] = assessed;
    if (first !== undefined) judged.push({ claim, judged: first });
  }
  return judged;
}

/** As one would name a source to a program: by its document, told apart where two places are of one. */
function nameOf(place: ClaimPlace | undefined, at: number): string {
  const document = basename(place?.file ?? '');
  return at === 0 ? document : `${document} (${at + 1})`;
}
