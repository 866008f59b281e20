import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isWordKey, type PageLanguage, type Speak, speak } from './speak.ts';

export const LanguageContext = createContext<PageLanguage>('en');

/** The words of the page in the language that is chosen. */
export function useWords(): Speak {
  return speak(useContext(LanguageContext));
}

/** Words for a name that the service gives (an intent, a reason, a state): the name itself where the page knows no words for it. */
export function wordsFor(words: Speak, kind: string, name: string): string {
  const key = `${kind}.${name}`;
  return isWordKey(key) ? words(key) : name;
}
