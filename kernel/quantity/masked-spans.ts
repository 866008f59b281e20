import { ZH_DATES_AND_ORDINALS } from './quantity-words.data.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

/** Number signs that are no amounts: dates, times of day, section numbers, ordinals, markers of list items, standards. */
const PATTERNS: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s<>"]+/g,
  /(?<!\d)(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}(?:\s?[-/.]\s?\d{1,2})?(?![\d.])/g,
  ...ZH_DATES_AND_ORDINALS,
  /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}(?!\d)/g,
  new RegExp(
    `\\b\\d{1,2}[ -]${MONTH}[ ,-]{1,2}(?:19|20)?\\d{2}\\b|\\b${MONTH}\\s\\d{1,2},?\\s(?:19|20)\\d{2}\\b|\\b${MONTH}\\s(?:19|20)\\d{2}\\b`,
    'gi',
  ),
  /(?<!\d)\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,3})?)?(?!\d)/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,5}(?![\d])/g,
  /(?<!\d)\d{1,4}(?:st|nd|rd|th)\b/gi,
  /^[ \t]{0,20}[([]?\d{1,3}[.)\]、](?=\s|[^\d\s.])/gm,
  /\b(?:ISO|IEC|EN|DIN|GB|GB\/T|JB\/T|ASTM|API|ANSI|ASME|NFPA|SAE|IEEE|UL)\s{0,2}[A-Z]?\d{1,6}(?:[-.:]\d{1,6}){0,3}/g,
];

/** Spans of width-folded text whose digits are not quantities, ordered by start. */
export function maskedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
