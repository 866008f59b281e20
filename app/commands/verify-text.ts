import { type Verification, type VerifyRequest, verifyClaims } from '../../answering/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Config } from '../config.ts';

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither data nor caller. */
export async function verifyText(
  { config }: { readonly config: Pick<Config, 'tagPatterns'> },
  _: unknown,
  request: VerifyRequest,
): Promise<Verification> {
  return verifyClaims(request, siteGrammar(config.tagPatterns));
}
