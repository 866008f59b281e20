import { chineseForms } from '../languages/chinese-forms.ts';
import reasons from '../languages/reading-reasons.json' with { type: 'json' };
import { type PageLanguage, speak } from '../languages/speak.ts';
import { wordsFor } from '../languages/words.ts';

const sayInChinese = chineseForms(reasons, false);

/**
 * Why a document was not read in full, sentence by sentence in the language of the page. Where the page has no words for one, it says
 * what to do about such an outcome, with what the service said beside it.
 */
export function readingReason(language: PageLanguage, outcome: string | undefined, reason: string): string {
  if (language === 'en') return reason;
  const said: string[] = [];
  let rest = reason.trim();
  for (let next = sayInChinese(rest); rest !== '' && next !== undefined; next = sayInChinese(rest)) {
    said.push(next.said);
    rest = rest.slice(next.length).trim();
  }
  if (rest === '') return said.join('');
  const words = speak(language);
  const remedy = outcome === undefined ? undefined : wordsFor(words, 'remedy', outcome);
  return [...said, ...(remedy === undefined || remedy === outcome ? [rest] : [`${remedy}（${rest}）`])].join('');
}
