import type { Dimension } from '../../kernel/index.ts';
import * as en from './en/dimension-words.ts';
import * as zh from './zh/dimension-words.ts';

/** A physical kind with the pattern that asks for it, on folded text. */
export type DimensionPattern = readonly [Dimension, RegExp];

/** Wordings that leave no doubt which kind is asked for; where one stands, the softer words say nothing. */
export const PLAIN_DIMENSION_PATTERNS: readonly DimensionPattern[] = patternsOf(en.PLAIN_DIMENSION_FORMS, zh.PLAIN_DIMENSION_FORMS);

/** Words by which people ask for a value of some physical kind. */
export const DIMENSION_PATTERNS: readonly DimensionPattern[] = patternsOf(en.DIMENSION_FORMS, zh.DIMENSION_FORMS);

type FormsOf<Kind extends string> = Readonly<Record<Kind, string>>;

function patternsOf<Kind extends Dimension | 'mass of grease'>(english: FormsOf<Kind>, chinese: FormsOf<Kind>): DimensionPattern[] {
  return (Object.keys(english) as Kind[]).map((kind) => {
    const forms = [english[kind], chinese[kind]].filter((form) => form !== '');
    return [kind === 'mass of grease' ? 'mass' : (kind as Dimension), new RegExp(forms.join('|'), 'u')];
  });
}
