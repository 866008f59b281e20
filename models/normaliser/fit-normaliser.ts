import { type ChoiceSample, type ChooserSettings, fitChooser } from '../learning/fit-chooser.ts';
import type { LearnedWeights } from '../learning/learned-weights.ts';
import { formCandidates } from './form-candidates.ts';
import { formFeatures } from './form-features.ts';
import { WordLexicon } from './word-lexicon.ts';
import type { WordPair } from './word-pair.ts';

export interface LearnedNormaliser {
  readonly lexicon: WordLexicon;
  readonly weights: LearnedWeights;
}

/** By cross-validation on MaintNorm. */
const NORMALISER_SETTINGS: ChooserSettings = {
  pace: { step: 0.15, sparse: 0.5, shrink: 1 },
  rounds: 4,
  seed: 1,
  limit: 4,
};

/**
 * Learns forms from texts that people normalised: the lexicon counts all of them, and the weights are learnt as if each text were new:
 * what is known of its words is what the other texts say.
 */
export function fitNormaliser(texts: readonly (readonly WordPair[])[], settings: ChooserSettings = NORMALISER_SETTINGS): LearnedNormaliser {
  const lexicon = new WordLexicon();
  for (const text of texts) lexicon.add(text);
  const samples: ChoiceSample[] = [];
  for (const text of texts) {
    lexicon.add(text, -1);
    const words = text.map(({ raw }) => raw);
    text.forEach(({ form }, at) => {
      const previousForm = text[at - 1]?.form ?? '';
      const candidates = formCandidates(words, at, previousForm, lexicon);
      const chosen = candidates.findIndex((candidate) => candidate.form === form);
      if (chosen < 0 || candidates.length < 2) return;
      samples.push({ choices: formFeatures({ words, at, previousForm, lexicon }, candidates), chosen });
    });
    lexicon.add(text);
  }
  return { lexicon, weights: fitChooser(samples, settings) };
}
