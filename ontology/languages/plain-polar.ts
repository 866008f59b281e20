import * as en from './en/plain-polar.ts';
import * as zh from './zh/plain-polar.ts';

const FORMS = [...en.PLAIN_POLAR, ...zh.PLAIN_POLAR].map(([form, plain]) => [new RegExp(form, 'gu'), plain] as const);

/** What a folded question for a yes or no asks, as a statement; its length may change. */
export function plainPolar(folded: string): string {
  return FORMS.reduce((text, [form, plain]) => text.replace(form, plain), folded);
}
