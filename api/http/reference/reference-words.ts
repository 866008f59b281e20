import en from './words.en.json' with { type: 'json' };
import zh from './words.zh.json' with { type: 'json' };

export type ReferenceLanguage = 'en' | 'zh';
export type ReferenceWords = Readonly<Record<keyof typeof en, string>>;

/** What stands around the description of the API, which itself is in English. */
export const REFERENCE_WORDS: Readonly<Record<ReferenceLanguage, ReferenceWords>> = { en, zh };
