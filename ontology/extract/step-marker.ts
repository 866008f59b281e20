const CHINESE_NUMERAL = '[一二三四五六七八九十百]+';
/** Longest form first. A bare number needs a stop and a space or Han letter behind it, so decimals and section numbers are none. */
const MARKERS: readonly RegExp[] = [
  /^\s*step\s+(?<marker>\d{1,3})\s*(?:[:：.、)\-–—]\s*|\s+(?=\p{Lu}|\p{sc=Han})|$)/iu,
  new RegExp(`^\\s*(?:步骤|步驟)\\s*(?<marker>\\d{1,3}|${CHINESE_NUMERAL})\\s*[:：.、)）]?\\s*`, 'u'),
  new RegExp(`^\\s*第\\s*(?<marker>\\d{1,3}|${CHINESE_NUMERAL})\\s*步\\s*[:：.、,，]?\\s*`, 'u'),
  /^\s*(?<marker>[①-⑳⓪❶-❿⑴-⒇])\s*/u,
  /^\s*[(（](?<marker>\d{1,2}|[a-zA-Z]|[ivx]{1,4})[)）]\s*(?=\S)/u,
  /^\s*(?<marker>\d{1,2})\s*[)）、]\s*(?=\S)/u,
  /^\s*(?<marker>\d{1,2})[.．](?:\s+(?=\S)|(?=\p{sc=Han}))/u,
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
