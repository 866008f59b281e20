import { EN_PHRASES } from './en/phrases.ts';
import type { Phrases } from './phrases.ts';
import { ZH_PHRASES } from './zh/phrases.ts';

/** What the product says in a language. */
export function phrasesOf(language: 'zh' | 'en'): Phrases {
  return language === 'zh' ? ZH_PHRASES : EN_PHRASES;
}
