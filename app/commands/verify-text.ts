import { type Assessment, type AssessRequest, assessClaims } from '../../answering/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import type { Config } from '../config.ts';
import { openChecking } from '../open-checking.ts';

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither data nor caller. */
export async function verifyText(
  {
    config,
    phraseEmbedder: embedder,
    crossEncoder,
  }: { readonly config: Pick<Config, 'tagPatterns'> } & Pick<Application, 'phraseEmbedder' | 'crossEncoder'>,
  _: unknown,
  request: AssessRequest,
  signal: AbortSignal,
): Promise<Assessment> {
  const grammar = siteGrammar(config.tagPatterns);
  return assessClaims({ embedder, grammar, ...(crossEncoder === undefined ? {} : { crossEncoder }) }, request, signal);
}

/** The same without a data folder. */
export function verifyTextAlone(
  config: Pick<Config, 'tagPatterns' | 'crossEncoder'>,
  request: AssessRequest,
  signal: AbortSignal,
): Promise<Assessment> {
  return assessClaims(openChecking(config), request, signal);
}
