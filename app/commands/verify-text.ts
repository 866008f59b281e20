import { type Verification, type VerifyRequest, verifyClaims } from '../../retrieval/index.ts';

/** Holds claims, or an answer split into claims, against the sources given with them. */
export function verifyText(request: VerifyRequest): Verification {
  return verifyClaims(request);
}
