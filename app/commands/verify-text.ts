import { type Verification, type VerifyRequest, verifyClaims } from '../../answering/index.ts';

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither data nor caller. */
export async function verifyText(_: unknown, __: unknown, request: VerifyRequest): Promise<Verification> {
  return verifyClaims(request);
}
