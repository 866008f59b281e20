import { TIME_FORMS as EN } from './en/time.ts';
import type { TimeForms } from './time-forms.ts';
import { TIME_FORMS as ZH } from './zh/time.ts';

export { CLOCK_SIGNS, DATE_SIGNS } from './zh/time.ts';

type Listed = 'quarters' | 'months';

/** Words of time of all languages, as the source of one pattern without groups. */
export function timeForm(name: Exclude<keyof TimeForms, Listed>): string {
  return `(?:${EN[name]}|${ZH[name]})`;
}

/** The same of each quarter or month, in their order. */
export function timeForms(name: Listed): readonly string[] {
  return EN[name].map((form, at) => `(?:${form}|${ZH[name][at] ?? ''})`);
}
