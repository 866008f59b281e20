import details from '../languages/check-details.json' with { type: 'json' };
import type { PageLanguage } from '../languages/speak.ts';

/**
 * What checks say of a sentence is part of the answer and is said in English; a page in Chinese says it in these words. `{}` stands for
 * quotations, which stay as they are. The first that fits counts, so what is more exact stands before.
 */
const FORMS = details.map(({ en, zh }) => ({ form: formOf(en), chinese: zh }));

function formOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('(.*?)')}$`, 'su');
}

/** The detail of a check in the language of the page; what the page has no words for stays as it came. */
export function checkDetail(language: PageLanguage, detail: string): string {
  if (language === 'en') return detail;
  for (const { form, chinese } of FORMS) {
    const found = form.exec(detail);
    if (found === null) continue;
    const quoted = found.slice(1);
    return chinese.replace(/\{\}/gu, () => quoted.shift() ?? '');
  }
  return detail;
}
