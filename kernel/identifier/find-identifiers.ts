import { foldWidth } from '../text/fold-width.ts';
import { unitAt, unitOf } from '../units/units.ts';
import { foldIdentifier } from './fold-identifier.ts';
import type { IdentifierKind, IdentifierMention, IdentifierPattern } from './identifier.ts';

/** Longer runs are data, not names. */
const LONGEST = 40;
/** UTF-16 units before a code in which a word may say what kind of code it is. */
const CONTEXT = 24;

/** One character class and no group, so that a run of millions of characters needs no stack. */
const TOKEN = /(?:\d{1,3}(?:\/\d{1,2})?"-)?[A-Za-z0-9][A-Za-z0-9\-_./:]*/g;
const NAMED =
  /(?<serial>S\/N|\bSN|serial\s(?:no|number)|序列号|出厂编号)|(?<alarm>(?:alarm|fault|error|trip)\s(?:code|no|number)|\bERR\b|(?:报警|故障|错误)(?:代码|代号|编号|码))|(?<loose>\balarm|\berror|\bfault|报警|故障|错误)|(?<order>工单(?:号|编号)?|work\sorder(?:\s(?:no|number))?|\bWO)|(?<part>P\/N|part\s(?:no|number)|备件号|料号|物料号|订货号|零件号)/gi;

/**
 * Codes in a text: tags, parts, serials, alarms, documents, lines and orders, in order and without overlap. A site's own
 * patterns come first. Units, thread sizes, ratings, dates, ranges, standards and hyphened words are none.
 */
export function findIdentifiers(text: string, patterns: readonly IdentifierPattern[] = []): IdentifierMention[] {
  const plain = foldWidth(text);
  const found = patterns.flatMap(({ kind, source }) => matchesOf(text, plain, kind, source));
  for (const match of plain.matchAll(TOKEN)) found.push(...mentionsOf(text, plain, match.index, withoutEnd(match[0])));
  return withoutOverlap(found, text.length);
}

function matchesOf(text: string, plain: string, kind: IdentifierKind, source: string): IdentifierMention[] {
  const matches = [...plain.matchAll(new RegExp(source, 'gu'))].filter((match) => match[0] !== '');
  return matches.map((match) => make(text, kind, match.index, match.index + match[0].length));
}

/** Keeps the first of mentions that overlap, and puts all in order of place. */
function withoutOverlap(mentions: readonly IdentifierMention[], length: number): IdentifierMention[] {
  const taken = new Uint8Array(length);
  const kept = mentions.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/** A token without the sentence marks and dashes that follow it. */
function withoutEnd(token: string): string {
  let end = token.length;
  while (end > 0 && '-_./:'.includes(token.charAt(end - 1))) end -= 1;
  return token.slice(0, end);
}

/** Codes of one token: `CR10/CR12` is two, and so is `P-101A/B`, whose second mention covers the `B` and is named P-101B. */
function mentionsOf(text: string, plain: string, start: number, token: string): IdentifierMention[] {
  if (token.length > LONGEST || !token.includes('/') || token.includes('"')) return [mentionOf(text, plain, start, token)].filter(isFound);
  const mentions: IdentifierMention[] = [];
  let at = start;
  let first: IdentifierMention | undefined;
  for (const piece of token.split('/')) {
    const written = first?.identifier.text.replace(/[A-Za-z]$/, '');
    if (first !== undefined && /^[A-Z]$/.test(piece) && written !== first.identifier.text) {
      const twin = `${written}${text.slice(at, at + 1)}`;
      mentions.push({ identifier: { ...first.identifier, text: twin, folded: foldIdentifier(twin) }, start: at, end: at + 1 });
    } else {
      const mention = mentionOf(text, plain, at, piece);
      first ??= mention;
      if (mention !== undefined) mentions.push(mention);
    }
    at += piece.length + 1;
  }
  return mentions;
}

function isFound(mention: IdentifierMention | undefined): mention is IdentifierMention {
  return mention !== undefined;
}

function mentionOf(text: string, plain: string, start: number, written: string): IdentifierMention | undefined {
  const token = written.replace(TRAILING_WORDS, '$1');
  if (token.length > LONGEST || !/\d/.test(token)) return undefined;
  const end = start + token.length;
  const kind = kindOf(token, plain.slice(Math.max(0, start - CONTEXT), start), plain.slice(end, end + CONTEXT));
  return kind === undefined ? undefined : make(text, kind, start, end);
}

function make(text: string, kind: IdentifierKind, start: number, end: number): IdentifierMention {
  const written = text.slice(start, end);
  return { identifier: { kind, text: written, folded: foldIdentifier(written) }, start, end };
}

/** `SHD0023-FIRE`: words after a code are no part of it. */
const TRAILING_WORDS = /^([^-]{0,12}\d[^-]{0,12}|[A-Za-z]{1,5}-\d{2,6}[A-Za-z]?)(?:-[A-Za-z]{3,})+$/;
/** What a lone `alarm` or `fault` in front makes an alarm code of. */
const ALARM_SHAPE = /^(?:[A-Z]{1,2}[-_]?\d{1,5}|\d{2,5}|0x[0-9A-F]{1,8})$/i;
const NOT_CODES = [
  /^x\d+$/i,
  /^UTF-\d+$/i,
  /^[\d.,:/-]+$/,
  /^M\d{1,2}(?:[x×*]\d+(?:\.\d+)?)*$/i,
  /^(?:IP|DN|PN|G|R|NPT|ISO|IEC|EN|DIN|GB|GBT|JB|ASTM|API|ANSI|ASME|NFPA|SAE|RS|USB|CAT|AWG|VG|T|V|REV|VER|NO|PAGE|FIG|STEP|TABLE)[-._]?\d+(?:[.:-]\d+)*[A-Z]?$/i,
  /^(?:H2O|CO2|H2S|O2|N2|SF6|NH3|SO2)$/i,
  /^\d+(?:st|nd|rd|th)$/i,
  /^\d+(?:[.,]\d+)?(?:[x×]\d+(?:\.\d+)?)+[A-Za-z]*$/i,
];

function kindOf(token: string, before: string, after: string): IdentifierKind | undefined {
  const named = nameBefore(token, before, after);
  if (named !== undefined && /^[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*$/.test(token) && unitTail(token) === undefined) return named;
  if (!/[A-Za-z]/.test(token))
    return /^\d{2,6}(?:-\d{2,6}){2,}$/.test(token) && !/^(?:19|20)\d\d-\d\d-\d\d$/.test(token) ? 'part' : undefined;
  if (NOT_CODES.some((pattern) => pattern.test(token)) || unitTail(token) !== undefined) return undefined;
  if (token.includes('"')) return 'line';
  if (/^(?:WO|WR|MO)-?\d{2,}(?:-\d{2,})*$/i.test(token)) return 'order';
  if (/^(?:ERR|ALM|AL)[-_]?\d{1,5}$/i.test(token) || /^0x[0-9A-F]{1,8}$/i.test(token) || /^[EF][-_]?0\d{1,4}$/.test(token)) return 'alarm';
  if (/^[A-Z0-9]{2,5}(?:-[A-Z0-9]+)*-(?:MAN|OM|IM|SOP|DWG|SPEC|DOC|PRO)(?:-[A-Z0-9]+)+$/i.test(token)) return 'document';
  if (/^(?:OM|IOM|SOP|DWG|DOC|MAN)-[A-Z0-9]+(?:-[A-Z0-9]+)*$/i.test(token)) return 'document';
  if (/^\d{3,6}-?[A-Z0-9]{1,6}(?:[/-][A-Z0-9]{1,4})*$/.test(token)) return 'part';
  if (/^(?:\d{1,3}-)?[A-Z]{1,5}[-_]?\d{2,6}[A-Z]{0,2}(?:[-_/][A-Z0-9]{1,6})*$/.test(token)) return 'tag';
  if (/^(?:\d{1,3}-)?[A-Z]{1,5}(?:[-_][A-Z0-9]{1,8})+(?:\/[A-Z0-9]{1,4})?$/.test(token)) return 'tag';
  if (/^\d{0,2}[A-Z]{3}\d{2}[A-Z]{2}\d{3}[A-Z]?$/.test(token)) return 'tag';
  if (/^[a-z]{1,3}-?\d{2,5}[a-z]?$/i.test(token)) return 'tag';
  return undefined;
}

/** Kind that a word in front says; `alarm` alone does not make a count (`故障 3 天`) a code. */
function nameBefore(token: string, before: string, after: string): IdentifierKind | undefined {
  const last = [...before.matchAll(NAMED)].at(-1);
  if (last?.groups === undefined) return undefined;
  const gap = before.slice(last.index + last[0].length);
  if (!/^[\s.:#号为是]{0,4}$/.test(gap)) return undefined;
  const [kind] = Object.entries(last.groups).find(([, words]) => words !== undefined) ?? [];
  if (kind !== 'loose') return kind as IdentifierKind | undefined;
  const counts = /^\d+$/.test(token) && unitAt(after, after.startsWith(' ') ? 1 : 0) !== undefined;
  return ALARM_SHAPE.test(token) && !counts ? 'alarm' : undefined;
}

/** `500h`, `4-20mA`, `10kW`: a number with its unit. */
function unitTail(token: string): string | undefined {
  if (/^0x/i.test(token)) return undefined;
  const tail = /^[\d.,/-]*\d([A-Za-z][A-Za-z0-9/.·]*)$/.exec(token)?.[1];
  return tail !== undefined && unitOf(tail) !== undefined ? tail : undefined;
}
