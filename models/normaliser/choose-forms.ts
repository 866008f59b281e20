import { weightFinder } from '../learning/learned-weights.ts';
import { softmax } from '../learning/softmax.ts';
import type { LearnedNormaliser } from './fit-normaliser.ts';
import { type FormCandidate, formCandidates } from './form-candidates.ts';
import { formFeatures } from './form-features.ts';
import type { RuledForm } from './ruled-forms.ts';

/** What was made of a word, how it was come by, and how sure that is (a chance from 0 to 1). */
export interface ChosenForm extends FormCandidate {
  readonly chance: number;
}

/** Gives each word of a text its form; `ruled` are those that rules give, by place. */
export type FormChooser = (words: readonly string[], ruled: ReadonlyMap<number, RuledForm>) => ChosenForm[];

/** Chooses the likeliest forms, from the first word to the last. */
export function formChooser({ lexicon, weights }: LearnedNormaliser): FormChooser {
  const weightOf = weightFinder(weights);
  return (words, ruled) => {
    const chosen: ChosenForm[] = [];
    for (const [at, word] of words.entries()) {
      const rule = ruled.get(at);
      if (rule !== undefined && (rule.firm || !lexicon.knows(word.toLowerCase()))) {
        chosen.push({ form: rule.form, origins: ['rule'], chance: 1 });
        continue;
      }
      const previousForm = chosen.at(-1)?.form ?? '';
      const candidates = formCandidates(words, at, previousForm, lexicon);
      const features = formFeatures({ words, at, previousForm, lexicon }, candidates);
      const chances = softmax(features.map((keys) => keys.reduce((sum, key) => sum + weightOf(key), 0)));
      const best = chances.indexOf(Math.max(...chances));
      const candidate = candidates[best];
      if (candidate !== undefined) chosen.push({ ...candidate, chance: chances[best] ?? 0 });
    }
    return chosen;
  };
}
