import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_ROLES } from '../vocabularies/column-headers.ts';

const HAN = /\p{sc=Han}/u;
/** Words before what a column holds that say which of several it is, and change nothing of what it is. */
const NEUTRAL = /^(?:(?:actual|total|overall|real|booked|net|gross|our|the) |实际|总|全部|本次|单次|累计|发生)+/u;
/** What came to its end, before or behind the word for a time. */
const ENDED =
  /完成|完工|结束|修复|修好|关闭|恢复|消除|竣工|交付|闭环|(?<!\p{L})(?:complet|finish|end|clos|repair|restor|fix|resolv|releas)/u;
const TIMED = /(?:日期|时间|时刻)$|(?<!\p{L})(?:date|day|time|timestamp|on|at)$/u;

/**
 * Role of a header that is put together: words that say which (`actual total cost`, 实际总成本) before one that heads columns, or what
 * was ended with the word for a time (修复日期, `date repaired`). Undefined for any other; a time without a word for an end is a date
 * like others.
 */
export function composedRole(name: string): ColumnRole | undefined {
  const kind = name.replace(NEUTRAL, '');
  const role = kind === name ? undefined : HEADER_ROLES.get(kind);
  if (role !== undefined) return role;
  if (ENDED.test(name) && (TIMED.test(name) || isDateBefore(name))) return 'end-date';
  return undefined;
}

/** `date of repair`, `date closed`. */
function isDateBefore(name: string): boolean {
  return !HAN.test(name) && /^(?:date|day|time) (?:of (?:the )?)?\p{L}+$/u.test(name);
}
