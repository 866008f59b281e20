/** One statement in both languages. Where the next revision changed a value, the two differ in that value too. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type PlantLanguage = keyof Bilingual;

export function both(en: string, zh: string): Bilingual {
  return { en, zh };
}

/** A tag, code or quantity that is written alike in both languages. */
export function same(text: string): Bilingual {
  return { en: text, zh: text };
}
