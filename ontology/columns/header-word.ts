import { CONTEXT_WORDS, type ContextWord } from '../vocabularies/column-headers.ts';
import { normaliseHeader } from './normalise-header.ts';

/** The sense of a header that is a word of general sense (`Code`, `项目`) and means little without its neighbours. */
export function headerWord(header: string): ContextWord | undefined {
  return CONTEXT_WORDS.get(normaliseHeader(header).text);
}
