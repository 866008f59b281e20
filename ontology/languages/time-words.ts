import { TIME_FORMS as EN } from './en/time.ts';
import type { TimeForms } from './language.ts';
import { TIME_FORMS as ZH } from './zh/time.ts';

export { CLOCK_SIGNS, DATE_SIGNS } from './zh/time.ts';

/** Words of time of all languages, as the source of one pattern without groups. */
export function timeForm(name: keyof TimeForms): string {
  return `(?:${EN[name]}|${ZH[name]})`;
}
