export type WarningLevel = 'danger' | 'warning' | 'caution' | 'notice';

/** Signal words that open a safety message. Chinese 警告 and 注意 take the levels of their English counterparts. */
const SIGNAL_WORDS: readonly (readonly [WarningLevel, readonly string[], readonly string[]])[] = [
  ['danger', ['DANGER'], ['危险', '严禁', '禁止', '危險', '嚴禁']],
  ['warning', ['WARNING'], ['警告', '警示']],
  ['caution', ['CAUTION'], ['小心', '当心', '注意', '當心']],
  ['notice', ['NOTICE', 'ATTENTION', 'IMPORTANT'], ['提示', '重要提示', '重要']],
];
const LEVELS: ReadonlyMap<string, WarningLevel> = new Map(
  SIGNAL_WORDS.flatMap(([level, english, chinese]) => [...english, ...chinese].map((word) => [word, level] as const)),
);
/** Openers that are the verb of the sentence, so the sentence itself is the message and nothing stands between. */
const VERBS = new Set(['严禁', '禁止', '嚴禁']);
const ENGLISH = SIGNAL_WORDS.flatMap(([, words]) => words).join('|');
const CHINESE = SIGNAL_WORDS.flatMap(([, , words]) => words)
  .sort((a, b) => b.length - a.length)
  .join('|');
const SYMBOL = '(?:[⚠☢☠⚡❗❕‼！!▲△]\\uFE0F?\\s*)*';
const BRACKET_OPEN = '[【\\[〖［(（"“]\\s*[*_]*';
/** Never empty and never begun by white space, so that what stands before it ends in one way only. */
const FRAME_OPEN = `(?:[*_>][*_>\\s]*(?:${BRACKET_OPEN})?|${BRACKET_OPEN})`;
const FRAME_CLOSE = '(?:[*_]*\\s*[】\\]〗］)）"”]?[*_]*)';
const STOP = '[:：!！.。,，;；—–-]';
const OPENER = new RegExp(
  `^(?<lead>\\s*${SYMBOL}(?:${FRAME_OPEN}${SYMBOL})?)(?:(?<english>${ENGLISH})(?![a-z])|(?<chinese>${CHINESE}))(?<close>${FRAME_CLOSE}\\s*)(?<stop>(?:${STOP}+[*_]*)?)`,
  'iu',
);

/**
 * Whether a text opens with a signal word of a safety message, zh or en, with or without ⚠, brackets or colon. `length` is the
 * UTF-16 length of the opener with its punctuation and the white space behind it. A signal word that is part of a phrase
 * (`Warning signs and labels`, `注意力`) opens nothing; neither does `Note:` or `说明`.
 */
export function warningSignal(text: string): { readonly level: WarningLevel; readonly length: number } | undefined {
  const groups = OPENER.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const word = groups.english ?? groups.chinese ?? '';
  const level = LEVELS.get(word.toUpperCase());
  if (level === undefined) return undefined;
  const { lead = '', close = '', stop = '' } = groups;
  const head = lead.length + word.length + close.length + stop.length;
  const rest = text.slice(head);
  if (VERBS.has(word)) return rest.trim() === '' ? undefined : { level, length: lead.length };
  // The end of a sentence, or a word that a clause follows (`which is` / `attention. So`), is no opener.
  const endsClause = groups.english !== undefined && word === word.toLowerCase() && /^[.。,，;；]/u.test(stop) && lead.trim() === '';
  if (endsClause) return undefined;
  const marked = stop !== '' || close.trim() !== '' || /[^\s]/u.test(lead);
  const alone = rest.trim() === '';
  const capitals = groups.english !== undefined && word === word.toUpperCase() && /^\s+\S/.test(text.slice(lead.length + word.length));
  const spaced = groups.chinese !== undefined ? /\s/.test(close) : /\n/.test(close);
  if (!marked && !alone && !spaced && !(capitals && !followsAsCompound(rest))) return undefined;
  return { level, length: head + (/^\s*/.exec(rest)?.[0].length ?? 0) };
}

/** `WARNING SIGNS AND LABELS`: a title in capitals, not a signal word before its message. */
function followsAsCompound(rest: string): boolean {
  return /^\s*(signs?|labels?|symbols?|lights?|lamps?|levels?|messages?|plates?|notices?|and)\b/i.test(rest);
}
