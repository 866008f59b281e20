import type { Caller } from '../../kernel/index.ts';
import { type NormalisedText, openNormaliser } from '../../models/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import type { Config } from '../config.ts';

export interface NormaliseRequest {
  readonly text: string;
  /** Whether identifiers, numbers, dates and names are masked (`<id>`), or stay as written. */
  readonly masks: boolean;
}

/** A text of a log with each word in its usual form, without storing anything. */
export async function normaliseText(
  { normaliser, grammar }: Pick<Application, 'normaliser' | 'grammar'>,
  _: Caller,
  { text, masks }: NormaliseRequest,
): Promise<NormalisedText> {
  return normaliser.normalise(text, { masks, grammar });
}

/** Normalises a text without a data folder. */
export function normaliseTextAlone({ tagPatterns }: Pick<Config, 'tagPatterns'>, { text, masks }: NormaliseRequest): NormalisedText {
  return openNormaliser().normalise(text, { masks, grammar: siteGrammar(tagPatterns) });
}
