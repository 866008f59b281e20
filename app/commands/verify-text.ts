import { type Assessment, type AssessRequest, assessClaims } from '../../answering/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import type { Config } from '../config.ts';
import { openPhraseEmbedder } from '../open-phrase-embedder.ts';

/** Holds claims, or an answer split into claims, against the sources given with them; needs neither data nor caller. */
export async function verifyText(
  { config, phraseEmbedder }: { readonly config: Pick<Config, 'tagPatterns'> } & Pick<Application, 'phraseEmbedder'>,
  _: unknown,
  request: AssessRequest,
  signal: AbortSignal,
): Promise<Assessment> {
  return assessClaims({ embedder: phraseEmbedder, grammar: siteGrammar(config.tagPatterns) }, request, signal);
}

/** The same without a data folder. */
export function verifyTextAlone(config: Pick<Config, 'tagPatterns'>, request: AssessRequest, signal: AbortSignal): Promise<Assessment> {
  return verifyText({ config, phraseEmbedder: openPhraseEmbedder() }, undefined, request, signal);
}
