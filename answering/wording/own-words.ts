import { foldText, languageOf, maskSpans } from '../../kernel/index.ts';
import { splitSentences, wordingPattern } from '../../ontology/index.ts';
import type { SourceText } from '../verify/source-text.ts';

const ATTRIBUTION = wordingPattern('attribution');
/** Marks of speech, of code and of tags: what stands between them is shown, not said. */
const SHOWN = /["“”„«»「」『』`{}<>|\\]/u;

/** Whether a text tells what somebody says or shall say, or shows words in place of saying them. */
export function isReported(text: string): boolean {
  return SHOWN.test(text) || ATTRIBUTION.test(foldText(text).text);
}

/**
 * A source without the sentences and cells that only report words, or order them to be said: whoever takes such words out of there makes
 * the document say what it does not.
 */
export function ownWords(source: SourceText): SourceText {
  const { text, cells } = source;
  if (cells !== undefined) {
    const reported = cells.filter(({ start, end }) => isReported(text.slice(start, end)));
    const blank = maskSpans(text, reported);
    return { ...source, text: blank, cells: cells.filter((cell) => !reported.includes(cell)) };
  }
  const sentences = splitSentences(text, languageOf(text)).map(({ start, end }) => text.slice(start, end));
  return { ...source, text: sentences.filter((sentence) => !isReported(sentence)).join('\n') };
}
