/** What the service words in English, and how a page in Chinese says it; `{}` stands for what is quoted, which stays as it is. */
export interface WordedForm {
  readonly en: string;
  readonly zh: string;
}

/** Gives a text in Chinese, and how much of it that covers from its beginning; undefined where there are no words for it. */
export type SayInChinese = (text: string) => { readonly said: string; readonly length: number } | undefined;

/** The first form that fits counts, so what is more exact stands before. `isWhole`: a form has to fit the whole text, not its beginning. */
export function chineseForms(forms: readonly WordedForm[], isWhole: boolean): SayInChinese {
  const compiled = forms.map(({ en, zh }) => ({ form: formOf(en, isWhole), chinese: zh }));
  return (text) => {
    for (const { form, chinese } of compiled) {
      const found = form.exec(text);
      if (found === null) continue;
      const quoted = found.slice(1);
      return { said: chinese.replace(/\{\}/gu, () => quoted.shift() ?? ''), length: found[0].length };
    }
    return undefined;
  };
}

function formOf(english: string, isWhole: boolean): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  // A stop within what is quoted, as in the name of a format, ends no sentence.
  const end = isWhole ? '$' : english.endsWith('.') ? '(?=\\s|$)' : '';
  return new RegExp(`^${parts.join('(.*?)')}${end}`, 'su');
}
