import { findQuantities, type TagGrammar } from '../../kernel/index.ts';
import type { TextWord } from './find-words.ts';

const ENDS = /[.,;:!?)\]、。，；：！？）]+$/;
const NUMBER = /\d+/g;
const STARTS_WITH_NUMBER = /^[<>≤≥~±+-]?\d/;

const PLAIN_NUMBER = /^\d+$/;

/** The form of a word by a rule; a firm one holds whatever was learnt of the word, others where nothing was. */
export interface RuledForm {
  readonly form: string;
  readonly firm: boolean;
}

/**
 * Forms that follow from what codes and quantities look like, by place of the word: a code is an identifier, a number with its unit is
 * both, and a unit stays as it is. What a number with a unit behind it is leaves no doubt.
 */
export function ruledForms(text: string, words: readonly TextWord[], grammar: TagGrammar): ReadonlyMap<number, RuledForm> {
  const codes = grammar.find(text);
  const quantities = findQuantities(text, grammar).filter(({ quantity }) => quantity.dimension !== 'none');
  const forms = new Map<number, RuledForm>();
  words.forEach(({ raw, start, end }, at) => {
    const signs = raw.match(ENDS)?.[0] ?? '';
    const bare = raw.slice(0, raw.length - signs.length).normalize('NFKC');
    const bareEnd = end - signs.length;
    const tail = signs === '' ? '' : ` ${signs.normalize('NFKC')}`;
    if (codes.some((code) => code.start === start && code.end === bareEnd)) forms.set(at, { form: `<id>${tail}`, firm: false });
    const quantity = quantities.find((one) => one.start <= start && one.end >= bareEnd);
    if (quantity !== undefined)
      forms.set(at, {
        form: STARTS_WITH_NUMBER.test(bare) ? `${maskNumber(bare)}${tail}` : `${bare}${tail}`,
        firm: PLAIN_NUMBER.test(bare) && quantity.end > bareEnd,
      });
  });
  return forms;
}

function maskNumber(word: string): string {
  const number = word.match(/^[<>≤≥~±+-]?\d+(?:[.,]\d+)*/)?.[0] ?? '';
  const unit = word.slice(number.length);
  return `${number.replace(NUMBER, '<num>')}${unit === '' ? '' : ` ${unit}`}`;
}
