import { EN_FIGURE_PHRASES } from './en/figure-phrases.ts';
import { ZH_FIGURE_PHRASES } from './zh/figure-phrases.ts';

type FigurePhrase = keyof typeof EN_FIGURE_PHRASES;

/** A phrase in the language of the question, its `{names}` filled in. */
export function figurePhrase(language: 'zh' | 'en', phrase: FigurePhrase, values: Readonly<Record<string, string | number>> = {}): string {
  const phrases: Readonly<Record<FigurePhrase, string>> = language === 'zh' ? ZH_FIGURE_PHRASES : EN_FIGURE_PHRASES;
  return phrases[phrase].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
