import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export type PageLanguage = 'zh' | 'en';
export type WordKey = keyof typeof en;
/** Gives the words of a key, with `{name}` replaced by the value of that name. */
export type Speak = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Readonly<Record<PageLanguage, Readonly<Record<WordKey, string>>>> = { en, zh };

/** The words of the page in a language. */
export function speak(language: PageLanguage): Speak {
  const words = WORDS[language];
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether the page has words under this key; names that come from the service are looked up by it. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}
