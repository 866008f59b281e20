import { foldLookAlikes, foldWidth } from '../../kernel/index.ts';
import { DESIGNATIONS_EN as EN } from '../languages/en/designations.ts';
import { DESIGNATIONS_ZH as ZH } from '../languages/zh/designations.ts';
import { conceptsOfKind } from '../vocabularies/catalogue.ts';

/**
 * One machine told from its like without a code: a kind with a number, letter or ordinal (`pump no. 7`, `2号泵`, `the second pump`),
 * a bare number sign (`#506`) or a short label that a statement is about (`the torque of M7 is …`). `key` is the designator alone,
 * numerals in digits: `7`, `7B`, `K`; `other` where a text only says that it is another one.
 */
export interface Designation {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Latin initial of the kind (`P` of pump, 泵), where a kind is named. */
  readonly initial?: string;
}

const any = (words: readonly string[]) =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'))
    .join('|')})`;

/** A number with a letter, a lone capital, a Roman numeral, or letters with a number; the P of P&ID is none. */
const DESIGNATOR =
  '(?:[A-Z]{0,2}[-_]?\\d{1,4}[A-Za-z]?|[IVX]{1,4}|[\\u2160-\\u216B]|[A-Z])(?![\\p{sc=Latin}\\p{N}]|[-./]\\p{sc=Latin}|&\\p{sc=Latin}{2}|[.,]\\d)';
const HAN_NUMBER = any([...ZH.numbers, ...ZH.stems]);
const INITIALS = kindInitials();
const EN_KIND = any([...INITIALS.keys()].filter((name) => /^[a-z]/.test(name)));
const ZH_KIND = any([...INITIALS.keys()].filter((name) => !/^[a-z]/.test(name)));
const START = '(?<![\\p{sc=Latin}\\p{N}])';

interface Form {
  readonly pattern: RegExp;
  /** What every match holds: a text without one of these is not searched, since making its pattern ready alone costs a tenth of a second. */
  readonly needs: readonly RegExp[];
}

const form = (source: string, needs: readonly RegExp[] = []): Form => ({ pattern: new RegExp(source, 'gu'), needs });
const NAMES_KIND = new RegExp(EN_KIND, 'i');

/** A number that counts or measures is no designator; case tells a lone letter from a word, so kinds are spelled in both. */
const FORMS: readonly Form[] = [
  form(`(?<key>${any(ZH.others)})的?\\p{sc=Han}{0,4}?(?<kind>${ZH_KIND})`),
  form(
    `${START}(?<kind>${anyCase(EN_KIND)})(?:'s)?\\s{0,2}[-(]?(?:${anyCase(any(EN.marks))}\\s{0,2}){0,2}(?<key>${DESIGNATOR}|${anyCase(any(EN.numbers))}(?!\\p{L}))`,
    [NAMES_KIND],
  ),
  form(`${START}(?:${anyCase('(?:no\\.?|nr\\.?|number|#|№)')})\\s?(?<key>\\d{1,4}[A-Za-z]?)\\s(?<kind>${anyCase(EN_KIND)})(?!\\p{L})`, [
    /(?:no\.?|nr\.?|number|#|№)\s?\d{1,4}[a-z]?\s[a-z]/i,
    NAMES_KIND,
  ]),
  form(
    `${START}(?:${anyCase('the')}\\s)(?<key>${anyCase(any([...EN.ordinals, ...EN.others]))}|\\d{1,2}(?:st|nd|rd|th))\\s(?:\\p{sc=Latin}+\\s){0,2}?(?<kind>${anyCase(EN_KIND)})(?!\\p{L})`,
    [new RegExp(`the\\s(?:${any([...EN.ordinals, ...EN.others])}|\\d{1,2}[a-z]{2})\\s`, 'i'), NAMES_KIND],
  ),
  form(`(?<![\\p{N}])(?:第)?(?<key>[A-Z]?\\d{1,4}[A-Z]?|${HAN_NUMBER}|[A-Z])\\s?${any(ZH.marks)}\\s?\\p{sc=Han}{0,4}?(?<kind>${ZH_KIND})`),
  form(`(?<kind>${ZH_KIND})\\s?[(]?(?:${any(ZH.between)}\\s?)?(?<key>${DESIGNATOR})\\s?#?(?!\\s?${any(ZH.counting)})`),
  form(`${START}(?<key>[A-Z]|${any(ZH.stems)})(?<kind>${ZH_KIND})`),
  { pattern: /(?<![\p{sc=Latin}\p{N}&])[#№]\s?(?<key>\d{1,4}[A-Za-z]?)(?![\p{sc=Latin}\p{N}])/gu, needs: [/[#№]/] },
  form(`${START}${anyCase(any(EN.about))}\\s(?<key>[A-Z]{1,2}-?\\d{1,3}[A-Z]?)(?=\\s(?:${any(EN.verbs)})(?!\\p{L})|[,;:.]?$|\\s?[:=])`),
  form(`^\\s*(?<key>[A-Z]{1,2}-?\\d{1,3}[A-Z]?)(?=\\s*$|\\s(?:${any(EN.verbs)})(?!\\p{L})|'s\\s|\\s?的)`),
];

/** `7B` is the second of two, not seven bytes. */
const NUMBERED = /^\d{1,4}[A-H]$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Designations in a text, in order of place: what stands in its codes or measures something is none. */
export function findDesignations(text: string, codes: readonly Span[], measured: readonly Span[]): readonly Designation[] {
  const plain = foldLookAlikes(foldWidth(text));
  const found: Designation[] = [];
  for (const { pattern, needs } of FORMS) {
    if (!needs.every((need) => need.test(plain))) continue;
    for (const match of plain.matchAll(pattern)) {
      const { key = '', kind } = match.groups ?? {};
      const at =
        match.index +
        (kind === undefined || match[0].indexOf(key) < match[0].indexOf(kind) ? match[0].indexOf(key) : match[0].lastIndexOf(key));
      const end = match.index + match[0].length;
      const taken = NUMBERED.test(key) ? codes : [...codes, ...measured];
      if (taken.some((span) => span.start < at + key.length && at < span.end)) continue;
      if (found.some((one) => one.start < end && match.index < one.end)) continue;
      const initial = kind === undefined ? undefined : INITIALS.get(kind.toLowerCase());
      found.push({ key: keyOf(key), start: match.index, end, ...(initial === undefined ? {} : { initial }) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function keyOf(written: string): string {
  const word = written.toLowerCase();
  const place = [EN.ordinals, EN.numbers, ZH.numbers, ZH.stems]
    .map((words) => (words as readonly string[]).indexOf(word))
    .find((at) => at >= 0);
  if (place !== undefined) return String(place + 1);
  if ((EN.others as readonly string[]).includes(word) || (ZH.others as readonly string[]).includes(word)) return 'other';
  const roman = ROMAN.indexOf(written.normalize('NFKC'));
  if (roman >= 0 && written !== '') return String(roman + 1);
  return written
    .toUpperCase()
    .replace(/(?<=\d)(?:ST|ND|RD|TH)$/, '')
    .replace(/[-_]/g, '');
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

function anyCase(source: string): string {
  return source.replace(/(?<!\\)[a-z](?![^[]*\])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Names of kinds of equipment with the Latin initial of the first English name. */
function kindInitials(): ReadonlyMap<string, string> {
  const initials = new Map<string, string>();
  for (const { zh, en } of conceptsOfKind('EquipmentClass')) {
    const initial = en[0]?.charAt(0).toUpperCase() ?? '';
    const head = en[0]?.split(' ').at(-1)?.charAt(0).toUpperCase() ?? initial;
    for (const name of [...zh, ...en]) if (!initials.has(name.toLowerCase())) initials.set(name.toLowerCase(), head);
  }
  for (const name of [...EN.kinds, ...ZH.kinds]) if (!initials.has(name)) initials.set(name, '');
  return initials;
}
