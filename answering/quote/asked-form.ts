import { foldText } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';

/** What an answer has to look like; several may hold, none is a gate. */
export interface AskedForm {
  readonly value: boolean;
  readonly steps: boolean;
  readonly yesOrNo: boolean;
  readonly list: boolean;
}

const VALUE = wordingPattern('asksValue');
const STEPS = wordingPattern('asksSteps');
const YES_OR_NO = wordingPattern('asksYesOrNo');
const LIST = wordingPattern('asksList');

/** By the interrogatives of the question, whatever it is about. */
export function askedForm({ text, dimensions }: Pick<Question, 'text' | 'dimensions'>): AskedForm {
  const folded = foldText(text).text;
  return {
    value: dimensions.length > 0 || VALUE.test(folded),
    steps: STEPS.test(folded),
    yesOrNo: YES_OR_NO.test(folded),
    list: LIST.test(folded),
  };
}
