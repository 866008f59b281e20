const CHINESE_NUMERAL = '[一二三四五六七八九十百]+';
/** Forms that name the step in words, which a title may have. */
const NAMED = 3;
/** Longest form first. A bare number needs a stop and a space, a Han letter or a word with a capital behind it, so decimals and section numbers are none. */
const MARKERS: readonly RegExp[] = [
  /^\s*step\s+(?<marker>\d{1,3})\s*(?:[:：.、)\-–—]\s*|\s+(?=\p{Lu}|\p{sc=Han})|$)/iu,
  new RegExp(`^\\s*(?:步骤|步驟)\\s*(?<marker>\\d{1,3}|${CHINESE_NUMERAL})\\s*[:：.、)）]?\\s*`, 'u'),
  new RegExp(`^\\s*第\\s*(?<marker>\\d{1,3}|${CHINESE_NUMERAL})\\s*步\\s*[:：.、,，]?\\s*`, 'u'),
  /^\s*(?<marker>[①-⑳⓪❶-❿⑴-⒇])\s*/u,
  /^\s*[(（](?<marker>\d{1,3}|[a-zA-Z]|[ivx]{1,4})[)）]\s*(?=\S)/u,
  /^\s*(?<marker>\d{1,2})\s*[)）、]\s*(?=\S)/u,
  /^\s*(?<marker>\d{3})\s*(?:[)）]|、(?!\d))\s*(?=\S)/u,
  /^\s*(?<marker>\d{1,3})(?:[.．](?:\s+(?=\S)|(?=[\p{Ps}\p{Pi}"]?(?:\p{sc=Han}|\p{Lu}\p{L})))|．(?=\D))/u,
  /^\s*(?<marker>[a-z])[)）]\s*(?=\S)/u,
  /^\s*(?<marker>[a-z])[.．]\s+(?=\p{Lu}|\p{sc=Han})/u,
];

/**
 * The marker that a numbered step opens with (`1.`, `2)`, `(3)`, `①`, `a)`, `Step 3:`, `步骤3`, `第一步`, `3、`) and the UTF-16
 * length of what stands before the step's own words. Decimals (`3.5 bar`), section numbers (`3.2 Title`) and years are none.
 */
export function stepMarker(text: string): { readonly marker: string; readonly length: number } | undefined {
  for (const pattern of MARKERS) {
    const found = pattern.exec(text);
    const marker = found?.groups?.marker;
    if (found !== null && marker !== undefined) return { marker, length: found[0].length };
  }
  return undefined;
}

/**
 * The marker of a title that names a step in words (`Step 1: Drain`, `步骤 2 …`, `第三步`), with its number where it is written in
 * digits or up to ten in Chinese, and the UTF-16 length before the step's own words. A bare number heads a chapter, not a step.
 */
export function stepTitle(
  text: string,
): { readonly marker: string; readonly number: number | undefined; readonly length: number } | undefined {
  for (const pattern of MARKERS.slice(0, NAMED)) {
    const found = pattern.exec(text);
    const marker = found?.groups?.marker;
    if (found !== null && marker !== undefined) return { marker, number: markerPlace(marker)?.number, length: found[0].length };
  }
  return undefined;
}

/** Kind of numbering and number of a marker: `3` is 3 of digits, `c` 3 of small letters, `③` 3 of circles, `三` 3 of Chinese numerals. */
export function markerPlace(marker: string): { readonly style: string; readonly number: number } | undefined {
  if (/^\d+$/.test(marker)) return { style: 'digit', number: Number(marker) };
  const point = marker.codePointAt(0) ?? 0;
  for (const [style, first, last] of CIRCLED) if (point >= first && point <= last) return { style, number: point - first + 1 };
  const chinese = chineseNumber(marker);
  if (chinese !== undefined) return { style: 'chinese', number: chinese };
  if (/^[a-z]$/.test(marker)) return { style: 'letter', number: point - 96 };
  return /^[A-Z]$/.test(marker) ? { style: 'capital', number: point - 64 } : undefined;
}

const CIRCLED: readonly (readonly [string, number, number])[] = [
  ['circle', 0x2460, 0x2473],
  ['disc', 0x2776, 0x277f],
  ['parenthesis', 0x2474, 0x2487],
];
const CHINESE_DIGITS = '一二三四五六七八九';

/** 一 … 九十九. */
function chineseNumber(text: string): number | undefined {
  const parts = /^(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u.exec(text)?.groups;
  if (text === '' || parts === undefined) return undefined;
  const { tens, ten, ones } = parts;
  const high = ten === undefined ? 0 : 10 * (tens === undefined ? 1 : CHINESE_DIGITS.indexOf(tens) + 1);
  return high + (ones === undefined ? 0 : CHINESE_DIGITS.indexOf(ones) + 1);
}
