import { foldWidth } from '../text/fold-width.ts';
import { unitAt } from '../units/units.ts';
import type { CodeShape } from './code-shapes.ts';
import { foldIdentifier } from './fold-identifier.ts';
import type { IdentifierKind, IdentifierMention } from './identifier.ts';
import { foldLookAlikes, holdsLookAlikes } from './look-alikes.ts';
import { unitTail } from './no-codes.ts';
import type { NamedKind } from './tag-grammar.ts';

/** Longer runs are data, not names. */
export const LONGEST_CODE = 40;
/** UTF-16 units before a code in which a word may say what kind of code it is. */
const CONTEXT = 24;

/** A grammar made ready to be looked for with. */
export interface CodeRules {
  readonly shapes: readonly CodeShape[];
  readonly isNoCode: (token: string) => boolean;
  /** Kind that the words right before a code say. */
  readonly namedBefore: (before: string) => NamedKind | undefined;
  /** Whether the words right before it make a code of letter and number none. */
  readonly deniedBefore: (before: string) => boolean;
  readonly sitePatterns: readonly { readonly kind: IdentifierKind; readonly pattern: RegExp }[];
}

/** One character class and no group, so that a run of millions of characters needs no stack. */
const TOKEN = /(?:\d{1,3}(?:\/\d{1,2})?"-|(?<![A-Za-z0-9)\]])=)?[A-Za-z0-9][A-Za-z0-9\-_./:]*(?:[+=]{1,2}[A-Z0-9][A-Za-z0-9\-_./:]*)?/gu;

/** Parts what it stands between, as no other colon in a code does: `P-101A：Modbus`. */
const WIDE_COLON = '\uFF1A';

/** Codes of a text by the given rules, in order and without overlap. */
export function findIdentifiers(text: string, rules: CodeRules): IdentifierMention[] {
  const plain = foldLookAlikes(foldWidth(text));
  const found = rules.sitePatterns.length === 0 ? [] : siteMatches(text, plain, rules);
  for (const match of plain.matchAll(TOKEN)) {
    let at = match.index;
    for (const { length } of text.slice(at, at + match[0].length).split(WIDE_COLON)) {
      const token = withoutEnd(plain.slice(at, at + length));
      if (token !== '') found.push(...mentionsOf(text, plain, at, token, rules));
      at += length + 1;
    }
  }
  return withoutOverlap(found, text.length);
}

/** Matches that begin at the beginning of a word; each is looked for in a window, so that no pattern meets a long text. */
function siteMatches(text: string, plain: string, { sitePatterns }: CodeRules): IdentifierMention[] {
  const found: IdentifierMention[] = [];
  for (let start = 0; start < plain.length; start += 1) {
    if (isLatin(plain.charCodeAt(start)) && start > 0 && isLatin(plain.charCodeAt(start - 1))) continue;
    const window = plain.slice(start, start + LONGEST_CODE);
    for (const { kind, pattern } of sitePatterns) {
      pattern.lastIndex = 0;
      const length = pattern.exec(window)?.[0].length ?? 0;
      if (length > 0) found.push(make(text, kind, start, start + length));
    }
  }
  return found;
}

function isLatin(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
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
function mentionsOf(text: string, plain: string, start: number, token: string, rules: CodeRules): IdentifierMention[] {
  const one = (at: number, written: string) => mentionOf(text, plain, at, written, rules);
  if (token.length > LONGEST_CODE || !token.includes('/') || token.includes('"')) return [one(start, token)].filter(isFound);
  const mentions: IdentifierMention[] = [];
  let at = start;
  let first: IdentifierMention | undefined;
  for (const piece of token.split('/')) {
    const written = first?.identifier.text.replace(/\p{L}$/u, '');
    if (first !== undefined && /^[A-Z]$/.test(piece) && written !== first.identifier.text) {
      const twin = `${written}${text.slice(at, at + 1)}`;
      mentions.push({ ...first, identifier: { ...first.identifier, text: twin, folded: foldIdentifier(twin) }, start: at, end: at + 1 });
    } else {
      const mention = one(at, piece);
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

/** `SHD0023-FIRE`: words after a code are no part of it. */
const TRAILING_WORDS = /^([^-]{0,12}\d[^-]{0,12}|[A-Za-z]{1,5}-\d{2,6}[A-Za-z]?)(?:-[A-Za-z]{3,})+$/;

function mentionOf(text: string, plain: string, start: number, written: string, rules: CodeRules): IdentifierMention | undefined {
  const token = written.replace(TRAILING_WORDS, '$1');
  if (token.length > LONGEST_CODE || !/\d/.test(token)) return undefined;
  const end = start + token.length;
  const kind = kindOf(token, plain.slice(Math.max(0, start - CONTEXT), start), plain.slice(end, end + CONTEXT), rules);
  return kind === undefined ? undefined : make(text, kind, start, end);
}

function make(text: string, kind: IdentifierKind, start: number, end: number): IdentifierMention {
  const written = text.slice(start, end);
  const mention = { identifier: { kind, text: written, folded: foldIdentifier(written) }, start, end };
  return holdsLookAlikes(written) ? { ...mention, lookAlike: true } : mention;
}

/** What a lone `alarm` or `fault` in front makes an alarm code of. */
const ALARM_SHAPE = /^(?:[A-Z]{1,2}[-_]?\d{1,5}|\d{2,5}|0x[0-9A-F]{1,8})$/i;
/** What any telling word in front makes a code of. */
const NAMED_SHAPE = /^[A-Za-z0-9]+(?:[-_/.][A-Za-z0-9]+)*$/;
/** A single letter with a number: what a word in front may say is a version, a thread, a figure. */
const LETTER_AND_NUMBER = /^[A-Z]{1,2}[-._]?\d+(?:[.:-]\d+)*[A-Z]?$/i;

function kindOf(token: string, before: string, after: string, rules: CodeRules): IdentifierKind | undefined {
  const named = rules.namedBefore(before);
  if (named === 'alarm-if-shaped') {
    const counts = /^\d+$/.test(token) && unitAt(after, after.startsWith(' ') ? 1 : 0) !== undefined;
    if (ALARM_SHAPE.test(token) && !counts && !unitTail(token)) return 'alarm';
  } else if (named !== undefined && NAMED_SHAPE.test(token) && !unitTail(token)) return named;
  const digitsOnly = !/[A-Za-z]/.test(token);
  if (!digitsOnly && (rules.isNoCode(token.replace(/^=/, '')) || (LETTER_AND_NUMBER.test(token) && rules.deniedBefore(before))))
    return undefined;
  return rules.shapes.find((shape) => shape.matches.test(token))?.kind;
}
