import { parseNumeral } from '../../kernel/index.ts';

/** What stands before the decimals of a column: a point or a comma. */
export const DECIMAL_SIGNS = ['.', ','] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

const COMMA_NUMBER = /^[+-]?(?:\d{1,3}(?:[. '\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?$/u;
const COMMA_TELLS = /^[+-]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:[. '\u00a0\u202f]\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|0,\d+)$/u;
const POINT_TELLS = /^[+-]?(?:\d*\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:[, ']\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|0\.\d+)$/u;

/** The sign that a cell can only have as its decimal sign; `1,234` has none that is sure. */
export function tellingSign(text: string): DecimalSign | undefined {
  const plain = turned(text);
  if (COMMA_TELLS.test(plain)) return ',';
  return POINT_TELLS.test(plain) ? '.' : undefined;
}

/** Number of a cell whose column writes decimals behind `sign`; a minus may stand behind the digits (`12,50-`). */
export function readNumber(text: string, sign: DecimalSign | undefined): number | undefined {
  if (!/\d/.test(text)) return undefined;
  const plain = turned(text);
  if (sign !== ',') return parseNumeral(plain.replaceAll("'", ','));
  return COMMA_NUMBER.test(plain) ? Number(plain.replace(/[. '\u00a0\u202f]/gu, '').replace(',', '.')) : undefined;
}

function turned(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^\d[\d.,' ]*-$/.test(plain) ? `-${plain.slice(0, -1)}` : plain;
}
