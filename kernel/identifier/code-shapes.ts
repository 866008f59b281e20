import type { IdentifierKind } from './identifier.ts';
import type { TagGrammarData } from './tag-grammar.ts';

/** One form that a code may be written in. `matches` sees the code alone, width-folded. */
export interface CodeShape {
  readonly name: string;
  readonly kind: IdentifierKind;
  readonly example: string;
  readonly matches: RegExp;
}

/** One designation of IEC 81346 without its sign: `MDA10`, `1MAA10`, `10LAC10AP001`, `UMD10`, `QA1`, `G1`. */
const DESIGNATION = '\\d{0,2}[A-Z]{1,3}\\d{1,5}(?:[A-Z]{2}\\d{1,3}[A-Z]?)?';

/** All forms, the more telling first: a code is of the first kind whose form it has. */
export function codeShapes({ prefixes, noCodes }: TagGrammarData): readonly CodeShape[] {
  const any = (words: readonly string[]) => `(?:${words.join('|')})`;
  const notDate = `(?!\\d{1,2}${any(noCodes.months)}\\d{2}$)`;
  return [
    {
      name: 'digits in three groups',
      kind: 'part',
      example: '40-2217-03',
      matches: /^(?!(?:19|20)\d\d-\d\d-\d\d$)\d{2,6}(?:-\d{2,6}){2,}$/,
    },
    { name: 'pipe line with its size in inches', kind: 'line', example: '2"-CW-1001-A1', matches: /^(?=.*[A-Z]).*".*$/i },
    {
      name: 'aspect and designations of IEC 81346, RDS-PP and KKS',
      kind: 'tag',
      example: '=G1.MDA10+UMD10-QA1',
      matches: new RegExp(`^=(?:${DESIGNATION}(?:[.=+-]{1,2}${DESIGNATION})+|\\d{0,2}[A-Z]{2,3}\\d{2,5}(?:[A-Z]{2}\\d{1,3}[A-Z]?)?)$`),
    },
    {
      name: 'order',
      kind: 'order',
      example: 'WO-2024-0153',
      matches: new RegExp(`^${any(prefixes.order)}-?\\d{2,}(?:-\\d{2,})*$`, 'i'),
    },
    { name: 'alarm by its prefix', kind: 'alarm', example: 'AL-015', matches: new RegExp(`^${any(prefixes.alarm)}[-_]?\\d{1,5}$`, 'i') },
    { name: 'hexadecimal error', kind: 'alarm', example: '0x1B', matches: /^0x[0-9A-F]{1,8}$/i },
    { name: 'error or fault with a leading zero', kind: 'alarm', example: 'E07', matches: /^[EF][-_]?0\d{1,4}$/ },
    {
      name: 'document by a part of its number',
      kind: 'document',
      example: 'CWS-MAN-001',
      matches: new RegExp(`^[A-Z0-9]{2,5}(?:-[A-Z0-9]+)*-${any(prefixes.documentPart)}(?:-[A-Z0-9]+)+$`, 'i'),
    },
    {
      name: 'document by its prefix',
      kind: 'document',
      example: 'OM-4711-EN',
      matches: new RegExp(`^${any(prefixes.document)}-[A-Z0-9]+(?:-[A-Z0-9]+)*$`, 'i'),
    },
    {
      name: 'area, letters and a loop number',
      kind: 'tag',
      example: '100-FIC-101',
      matches: /^\d{1,3}-[A-Z]{1,5}-\d{2,6}[A-Z]{0,2}(?:-[A-Z0-9]{1,4})?$/,
    },
    {
      name: 'loop number with a decimal suffix',
      kind: 'tag',
      example: 'PT-1001.1',
      matches: /^(?:\d{1,3}-)?[A-Z]{1,5}-\d{3,6}[A-Z]?\.\d{1,2}$/,
    },
    { name: 'part by its number', kind: 'part', example: '6205-2Z', matches: /^(?=.*[A-Z])\d{3,6}-?[A-Z0-9]{1,6}(?:[/-][A-Z0-9]{1,4})*$/ },
    {
      name: 'letters and a loop number, as ISA-5.1 and plants write it, with area and suffixes',
      kind: 'tag',
      example: '23-LT-4501A',
      matches: /^(?:\d{1,3}-)?[A-Z]{1,5}[-_]?\d{2,6}[A-Z]{0,2}(?:[-_/][A-Z0-9]{1,6})*$/,
    },
    {
      name: 'device of a power circuit, counted without a hyphen',
      kind: 'tag',
      example: '1QF3',
      matches: new RegExp(`^\\d{0,2}${any(prefixes.device)}\\d{1,2}$`),
    },
    {
      name: 'parts joined by hyphens',
      kind: 'tag',
      example: 'MCC-3-B2',
      matches: /^(?:\d{1,3}-)?[A-Z]{1,5}(?:[-_][A-Z0-9]{1,8})+(?:\/[A-Z0-9]{1,4})?$/,
    },
    {
      name: 'equipment of KKS',
      kind: 'tag',
      example: '10LAC10AP001',
      matches: /^\d{0,2}[A-Z]{3}\d{2}[A-Z]{2}\d{3}[A-Z]?(?:-[A-Z]{1,2}\d{2,3})?$/,
    },
    { name: 'system of KKS', kind: 'tag', example: '10LAC10', matches: new RegExp(`^${notDate}\\d{1,2}[A-Z]{3}\\d{2}$`) },
    { name: 'tag in small letters', kind: 'tag', example: 'p-101b', matches: /^[a-z]{1,3}-?\d{2,5}[a-z]?$/i },
  ];
}
