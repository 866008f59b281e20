import { foldText } from '../../kernel/index.ts';

/** Links, tags, marks of Markdown and of code: an answer is plain text wherever it is shown. */
const MARKUP = /https?:|www\.|<\s*\/?\s*[a-z!]|\]\(|!\[|`|\*\*|__|&(?:#\d+|[a-z]+);|^\s*(?:#{1,6}\s|>|\|)|\\[nrtux]/iu;
/** Signs that do not show, or that change the direction of others. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;
const MARK = /\[\s*(\d+)\s*\]|【\s*(\d+)\s*】/gu;
/** Letters of other scripts look like Latin ones; what a document writes so may be said so. */
const OTHER_LETTER = /(?!\p{Script=Latin}|\p{Script=Han})[\p{L}\p{M}]/gu;

/** What is wrong with how a sentence is written, whatever it says; undefined where nothing is. `evidence`: the words it may take from. */
export function formFault(text: string, evidence: string, cites: readonly number[]): string | undefined {
  if (HIDDEN.test(text)) return 'it holds signs that do not show';
  if (MARKUP.test(text)) return 'it holds a link or marks';
  const marked = [...text.matchAll(MARK)].map(([, square, other]) => Number(square ?? other));
  if (marked.some((number) => !cites.includes(number))) return 'it bears the mark of a source that it does not cite';
  const foreign = (text.match(OTHER_LETTER) ?? []).find((letter) => !evidence.includes(letter));
  if (foreign !== undefined) return 'it holds letters that its evidence does not hold';
  return foldText(text).text.trim() === '' ? 'it says nothing' : undefined;
}
