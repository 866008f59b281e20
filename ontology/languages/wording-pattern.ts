import * as en from './en/wording.ts';
import type { Wording, WordingForms } from './language.ts';
import * as zh from './zh/wording.ts';

/** The wordings of all languages as the source of one pattern. */
export function wording(name: keyof Wording): string {
  return [en.WORDING[name], zh.WORDING[name]].filter((source) => source !== '').join('|');
}

/** The wordings of all languages as one pattern, on folded text. */
export function wordingPattern(name: keyof Wording, flags = 'u'): RegExp {
  return new RegExp(wording(name), flags);
}

/** The forms of all languages, in the order in which they are tried. */
export function wordingPatterns(name: keyof WordingForms, flags = 'u'): readonly RegExp[] {
  return [...en.WORDING_FORMS[name], ...zh.WORDING_FORMS[name]].map((source) => new RegExp(source, flags));
}
