import details from '../../../web/languages/check-details.json' with { type: 'json' };
import names from '../../../web/languages/zh.json' with { type: 'json' };
import type { Words } from './html-text.ts';

/** What checks say is said in English; the page says it in Chinese by these forms, in which `{}` stands for quotations. The first that fits counts. */
const FORMS = details.map(({ en, zh }) => ({ form: formOf(en), chinese: zh }));
const NAMES: Readonly<Record<string, string>> = names;
const REASON = /^(?<name>[a-z-]+): (?<detail>.*)$/su;

function formOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('(.*?)')}$`, 'su');
}

/** A reason as a claim has it (`quantity: 45 N·m is not in …`) in both languages; what there are no words for stays as it came. */
export function reasonWords(reason: string): Words {
  const { name = '', detail = '' } = REASON.exec(reason)?.groups ?? {};
  const chinese = NAMES[`check.${name}`];
  return chinese === undefined ? { zh: reason, en: reason } : { zh: `${chinese}：${inChinese(detail)}`, en: reason };
}

function inChinese(detail: string): string {
  for (const { form, chinese } of FORMS) {
    const found = form.exec(detail);
    if (found === null) continue;
    const quoted = found.slice(1);
    return chinese.replace(/\{\}/gu, () => quoted.shift() ?? '');
  }
  return detail;
}
