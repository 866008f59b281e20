import { fold, foldIdentifier, type Key, type KeyClass, languageOf, makeKeyId, type NodeKind, type TenantId } from '../../kernel/index.ts';
import type { Concept } from '../vocabularies/concept.ts';

/** Longer names are cut at a word: a key is a name, not a paragraph. A path is several names, and its end tells it apart. */
const LONGEST_NAME = 200;
const LONGEST_PATH = 2000;
const OPENING_EDGE = /^[\s"'“”‘’*_]+/u;
const CLOSING_EDGE = /[\s"'“”‘’*_。.,，;；:：、]+$/u;
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
]);

export interface KeyParts {
  readonly tenant: TenantId;
  readonly type: NodeKind;
  readonly class: KeyClass;
  readonly site: string;
  readonly text: string;
}

/**
 * The key of one way in which a thing is named. Codes fold as identifiers, so `P-101A` is `p101a`; paths and names fold as text,
 * edge punctuation dropped. Undefined where nothing is left to name.
 */
export function makeKey(parts: KeyParts): Key | undefined {
  const isCode = parts.class !== 'path' && parts.class !== 'name';
  // Cut before its edges are trimmed: one mark at a time is the square of a text without end.
  const cut = shorten(parts.text.trim(), parts.class === 'path' ? LONGEST_PATH : LONGEST_NAME);
  const text = isCode ? cut : trimEdges(cut);
  const folded = isCode ? foldIdentifier(text) : fold(text);
  if (!/[\p{L}\p{N}]/u.test(folded)) return undefined;
  return {
    id: makeKeyId(parts.tenant, parts.type, parts.class, parts.site, folded),
    type: parts.type,
    class: parts.class,
    site: parts.site,
    folded,
    text,
    language: languageOf(text),
  };
}

/** A concept's own key: its folded form is the concept's id, it belongs to no site, and its text is the preferred English name. */
export function conceptKey(tenant: TenantId, concept: Concept): Key {
  return {
    id: makeKeyId(tenant, concept.kind, 'code', '', concept.id),
    type: concept.kind,
    class: 'code',
    site: '',
    folded: concept.id,
    text: concept.en[0] ?? concept.id,
    language: 'en',
  };
}

/** Without punctuation at its edges; a bracket belongs to the name where its partner stands within it, as in `[KINS]JOINTS` and `Value (max)`. */
function trimEdges(text: string): string {
  for (let rest = text; ; ) {
    const trimmed = withoutEdgeBrackets(rest.replace(OPENING_EDGE, '').replace(CLOSING_EDGE, ''));
    if (trimmed === rest) return trimmed;
    rest = trimmed;
  }
}

/** Without a pair of brackets around the whole, and without one at an edge that has no partner. */
function withoutEdgeBrackets(text: string): string {
  const closing = BRACKETS.get(text.charAt(0));
  if (closing !== undefined) {
    const partner = text.indexOf(closing);
    if (partner === -1) return text.slice(1);
    if (partner === text.length - 1) return text.slice(1, -1);
  }
  const opening = [...BRACKETS].find(([, closes]) => text.endsWith(closes))?.[0];
  return opening !== undefined && !text.includes(opening) ? text.slice(0, -1) : text;
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
  const blank = cut.lastIndexOf(' ');
  return blank > longest / 2 ? cut.slice(0, blank) : cut;
}
