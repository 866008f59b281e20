import { languageOf } from '../../kernel/index.ts';
import { markedLanguage } from '../languages/language-marks.ts';
import { normaliseHeader } from './normalise-header.ts';

/** A header without the mark of a language, folded, with the language of what stands in its column, as far as it tells. */
export interface HeaderMatter {
  readonly stem: string;
  readonly language?: 'zh' | 'en';
  /** The header names the language (`cause_zh`), not only speaks it. */
  readonly isMarked: boolean;
}

export function headerMatter(header: string): HeaderMatter {
  const { text, language } = normaliseHeader(header);
  const marked = markedLanguage(language ?? '');
  if (marked !== undefined) return { stem: text, language: marked, isMarked: true };
  const spoken = languageOf(text);
  return { stem: text, ...(spoken === 'zh' || spoken === 'en' ? { language: spoken } : {}), isMarked: false };
}
