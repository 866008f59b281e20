import { weightFinder } from '../learning/learned-weights.ts';
import { softmax } from '../learning/softmax.ts';
import { type LearnedPhrases, type PhraseMarks, phraseChoices } from './fit-phrases.ts';

/** The likeliest class of a phrase, and how likely it is, from 0 to 1. */
export interface PhraseClass {
  readonly label: string;
  readonly chance: number;
}

/** Puts phrases into their likeliest class by what was learnt. */
export function phraseClassifier({ labels, weights }: LearnedPhrases, marksOf: PhraseMarks): (phrase: string) => PhraseClass {
  const weightOf = weightFinder(weights);
  return (phrase) => {
    const choices = phraseChoices(phrase, marksOf, labels.length);
    const chances = softmax(choices.map((keys) => keys.reduce((sum, key) => sum + weightOf(key), 0)));
    const best = chances.indexOf(Math.max(...chances));
    return { label: labels[best] ?? '', chance: chances[best] ?? 0 };
  };
}
