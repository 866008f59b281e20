import type { DrawingPhrases } from './drawing-phrases.ts';
import { EN_DRAWING_PHRASES } from './en/drawing-phrases.ts';
import { ZH_DRAWING_PHRASES } from './zh/drawing-phrases.ts';

/** What the product says of drawings in a language. */
export function drawingPhrasesOf(language: 'zh' | 'en'): DrawingPhrases {
  return language === 'zh' ? ZH_DRAWING_PHRASES : EN_DRAWING_PHRASES;
}
