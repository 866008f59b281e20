import details from '../languages/check-details.json' with { type: 'json' };
import { chineseForms } from '../languages/chinese-forms.ts';
import type { PageLanguage } from '../languages/speak.ts';

const sayInChinese = chineseForms(details, true);

/**
 * The detail of a check in the language of the page; what checks say of a sentence is part of the answer and is said in English. What
 * the page has no words for stays as it came.
 */
export function checkDetail(language: PageLanguage, detail: string): string {
  return language === 'en' ? detail : (sayInChinese(detail)?.said ?? detail);
}
