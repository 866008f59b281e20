import { capitalised, shownText, type TextEdit, uncapitalised } from '../text-edit.ts';

const LEAST = { en: 12, zh: 5 } as const;
/** Before a condition that stands first, and its consequence behind a comma. */
const CONDITION_FIRST = {
  en: /^(?<condition>(?:If|When|Whenever|Once|Unless|Before|After|In case) [^,.;()]{6,90}), (?<rest>(?!and\b|or\b|but\b|then\b|also\b|even\b)[^;]{12,})$/u,
  zh: /^(?<condition>(?:如果|若|当|假如|一旦)[^，。；]{3,40}|[^，。；]{3,30}(?:时|情况下|期间))[，,](?<rest>(?!但|或|且|并|而|如 |如\d|无论|不管|还|也|以)[^；]{5,})$/u,
} as const;
const CONDITION_LAST = {
  en: /^(?<rest>[^;,]{12,}),? (?<condition>(?<!even )(?:if|unless|only if|only when) [^.;,]{6,90})(?<stop>\.?)$/u,
  zh: /^(?<rest>[^；，]{6,})[，,](?<condition>(?:如果|除非|前提是|但仅限)[^。；，]{3,40})(?<stop>。?)$/u,
} as const;

/** What holds under a condition is said without it. */
export const dropCondition: TextEdit = ({ text, language }) => {
  const first = CONDITION_FIRST[language].exec(text)?.groups;
  const isRestricting = first?.condition !== undefined && !/^(?:Before|After|Once)/u.test(first.condition);
  if (first?.rest !== undefined && isRestricting && !OPENS_ANAPHORA.test(first.rest))
    return capitalised(first.rest.replace(/^(?:则|那么|就)/u, ''));
  const last = CONDITION_LAST[language].exec(text)?.groups;
  return last?.rest === undefined ? undefined : `${last.rest}${last.stop ?? ''}`;
};

const OPENS_ANAPHORA = /^(?:it|they|this|that|these|those|so)\b|^(?:它|这|那|此)/u;

/** Condition and consequence, clauses or things listed change places. */
export const reorder: TextEdit = ({ text, language }) => {
  if (language === 'en') {
    const first = CONDITION_FIRST.en.exec(text)?.groups;
    if (first?.condition !== undefined && first.rest !== undefined && !OPENS_ANAPHORA.test(first.rest) && !/[,:]/u.test(first.rest)) {
      const stop = /\.$/u.test(first.rest) ? '.' : '';
      return `${capitalised(first.rest.replace(/\.$/u, ''))} ${uncapitalised(first.condition)}${stop}`;
    }
    const last = CONDITION_LAST.en.exec(text)?.groups;
    if (last?.condition !== undefined && last.rest !== undefined)
      return `${capitalised(last.condition)}, ${uncapitalised(last.rest)}${last.stop ?? ''}`;
    return text.replace(
      /(?<![,\w] )\b(?<one>[A-Za-z]{3,}), (?<two>[a-z]{3,}),? (?<joint>and|or) (?<three>[a-z]{3,})(?=[.,]|$)/u,
      '$<two>, $<one>, $<joint> $<three>',
    );
  }
  const clauses = /^(?<one>[^；。，：]{6,})；(?<two>[^；。：]{6,}?)(?<stop>。?)$/u.exec(text)?.groups;
  if (clauses !== undefined) return `${clauses.two}；${clauses.one}${clauses.stop ?? ''}`;
  return text.replace(
    /(?<one>[\p{L}\p{N}]{2,8})、(?<two>[\p{L}\p{N}]{2,8})(?=[、和及或与])/u,
    (match, one: string, two: string, at: number) => (/(?:^|[：:、（(\s])$/u.test(text.slice(0, at)) ? `${two}、${one}` : match),
  );
};

const PARTICIPLES: Readonly<Record<string, string>> = {
  Click: 'clicked',
  Remove: 'removed',
  Install: 'installed',
  Connect: 'connected',
  Check: 'checked',
  Replace: 'replaced',
  Press: 'pressed',
  Set: 'set',
  Select: 'selected',
  Attach: 'attached',
  Insert: 'inserted',
  Open: 'opened',
  Close: 'closed',
  Clean: 'cleaned',
  Add: 'added',
  Enter: 'entered',
  Place: 'placed',
  Loosen: 'loosened',
  Tighten: 'tightened',
  Disconnect: 'disconnected',
  Configure: 'configured',
};
const IMPERATIVE = new RegExp(
  `^(?<verb>${Object.keys(PARTICIPLES).join('|')}) (?<object>the [a-z][^,.;:()]{2,40}?)(?<rest>(?: (?:to|from|in|on|with|into|by|onto|for|before|after|and) [^;:]*)?)(?<stop>\\.?)$`,
  'u',
);
const PASSIVE_ZH =
  /^(?<lead>请)?(?<verb>检查|更换|清洁|关闭|打开|安装|连接|拆下|选择|确认|拆卸|断开|调整|取下|重启)(?<object>\p{sc=Han}{2,10})(?<rest>[，。；].*)?$/u;

/** A command becomes the passive of a duty; in Chinese the object comes to stand before the verb, or another word marks it. */
export const makePassive: TextEdit = ({ text, language }) => {
  if (language === 'en') {
    const found = IMPERATIVE.exec(text)?.groups;
    if (found?.object === undefined || found.verb === undefined || /\band\b/u.test(found.rest ?? '')) return undefined;
    return `${capitalised(found.object)} should be ${PARTICIPLES[found.verb]}${found.rest ?? ''}${found.stop ?? ''}`;
  }
  const found = PASSIVE_ZH.exec(text)?.groups;
  if (found?.object !== undefined && !/是否|有无|一下|[和并或不]/u.test(found.object))
    return `${/^(?:打开|关闭|拆下|取下|断开|选择)$/u.test(found.verb ?? '') ? `应将${found.object}${found.verb}` : `应对${found.object}进行${found.verb}`}${found.rest ?? ''}`;
  const marked = /(?<=^|[，。；请后并再])将(?=\p{sc=Han}{2,})(?!要|会|在|来|被|导|自|无|不|按|是|从|其)/u;
  return marked.test(text) ? text.replace(marked, '把') : undefined;
};

const CAUSES = {
  en: [
    /^(?<one>(?!If\b|When\b)[^,;:]{8,70}?) (?<link>leads to|causes|will cause|results in|is caused by|are caused by|may cause|can cause|is due to) (?<two>[^,;:]{8,80}?)(?<stop>\.?)$/u,
    /^(?<one>[^,;:]{12,80}?),? (?<link>because|due to|because of) (?<two>(?!of\b)[^,;:]{8,80}?)(?<stop>\.?)$/u,
  ],
  zh: [
    /^(?<lead>由于|因为)(?<one>[^，；：]{3,30})(?<link>[，,](?:所以|因此)?)(?<two>(?![^，。]*(?:请|建议|需))[^，；：。]{4,40})(?<stop>。?)$/u,
    /^(?<lead>(?:.*[，。；：、])?(?:如果|若|当)?)(?<one>(?!由于|因为|如果|否则|甚至|以免|能|从而|并)[^，；：。、（）因]{4,30}?)(?<!并)(?<link>[，,]?(?:会|可能会?|将会?|从而|容易)?(?:导致|引起|造成)(?!的))(?<two>[^，；：。、的（）！]{3,30})(?<stop>[，；。].*)?$/u,
  ],
} as const;

/** Cause and effect change places. */
export const swapCause: TextEdit = ({ text, language }) => {
  for (const form of CAUSES[language]) {
    const found = form.exec(text)?.groups;
    if (found?.one === undefined || found.two === undefined) continue;
    const one = uncapitalised(found.one);
    return `${found.lead ?? ''}${found.lead === undefined ? capitalised(found.two) : found.two}${language === 'en' ? ` ${found.link} ` : found.link}${one}${found.stop ?? ''}`;
  }
  return undefined;
};

/** A clause of another file is put behind the sentence, none of whose words of length are shown. */
export const addClause: TextEdit = (statement, { random, others }) => {
  const { text, language } = statement;
  const body = text.replace(/[.。；;]$/u, '');
  if (/[:：]$/u.test(body)) return undefined;
  const shown = shownText(statement).toLowerCase();
  for (const other of random.sample(others, Math.min(others.length, TRIED))) {
    const clause = clauseOf(other.text, language);
    if (clause === undefined) continue;
    const words = language === 'en' ? (clause.toLowerCase().match(/[a-z]{5,}/gu) ?? []) : pairs(clause);
    const lost = words.filter((word) => !shown.includes(word));
    if (words.length < 3 || lost.length / words.length < LEAST_LOST) continue;
    return language === 'en' ? `${body}, and ${uncapitalised(clause)}.` : `${body}，并且${clause}。`;
  }
  return undefined;
};

const TRIED = 40;
const LEAST_LOST = 0.6;

function clauseOf(text: string, language: 'zh' | 'en'): string | undefined {
  const found =
    language === 'en'
      ? /^(?:The|This|Each|You|All|It) [^,.;:()]{15,70}(?=[.,]|$)/u.exec(text)
      : /^[\p{sc=Han}]{6,24}(?=[，。]|$)/u.exec(text);
  const clause = found?.[0];
  return clause === undefined || clause.length < LEAST[language] ? undefined : clause;
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
