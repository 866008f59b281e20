import * as en from './en/plain-asking.ts';
import * as zh from './zh/plain-asking.ts';

const FORMS = [...en.PLAIN_ASKING, ...zh.PLAIN_ASKING].map(([form, plain]) => [new RegExp(form, 'gu'), plain] as const);

/** A folded question with words of asking that are spoken or drawn together as they are written in full; its length may change. */
export function plainAsking(folded: string): string {
  return FORMS.reduce((text, [form, plain]) => text.replace(form, plain), folded);
}
