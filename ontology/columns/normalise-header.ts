import { replaceEnclosed } from '../../kernel/index.ts';
import { markedLanguage } from '../languages/language-marks.ts';

/**
 * A header in the form that the lexicon uses: NFKC, lower case, `camelCase`, `snake_case` and digits split into words, brackets
 * with their content and emphasis marks removed, white space single. `Potential Cause(s) of Failure` gives
 * `potential causes of failure`. `language` is set where the header names the language of its column (`title_zh`).
 */
export function normaliseHeader(header: string): { readonly text: string; readonly language?: string } {
  const plain = replaceEnclosed(header.normalize('NFKC'), '<', '>', ' ')
    .replace(/\((e?s)\)/gi, '$1')
    .replace(/\[\[|\]\]/g, ' ');
  const text = replaceEnclosed(plain, '([【{', ')]】}', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(?<=\p{sc=Latin}) *№/gu, ' no')
    .toLowerCase()
    .replace(/[_*`:.,;/\\|\-–—'’"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '');
  const suffix = / (\S+)$/u.exec(text);
  if (suffix?.[1] === undefined || markedLanguage(suffix[1]) === undefined) return { text };
  return { text: text.slice(0, suffix.index), language: suffix[1] };
}
