import { EN_VALVE_WORDS } from './en/valve-words.ts';
import type { ValveWords } from './valve-words.ts';
import { ZH_VALVE_WORDS } from './zh/valve-words.ts';

/** Of all languages, on texts in any case. */
export function valveWordPattern(of: keyof ValveWords): RegExp {
  return new RegExp(`${EN_VALVE_WORDS[of]}|${ZH_VALVE_WORDS[of]}`, 'giu');
}
