import { compareText, fold, foldText, type ScopeName, type ScopeNameKind, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import { isDesignation, VERSION_WORDS } from '../../ontology/index.ts';
import { memo } from '../../retrieval/index.ts';
import type { LinkedEntity, Question } from '../question/question.ts';
import { belongsTo } from '../verify/tag-relation.ts';
import type { Equipment } from './equipment.ts';

/** What tells one document's subject from another's: things by their names, versions by their numbers. */
type ScopeClass = 'thing' | 'version';

/** A product, model, variant or version that a question names. Offsets are UTF-16 units in the question. */
export interface NamedScope {
  readonly class: ScopeClass;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Folded code of a tag that no found document is about as a whole. */
  readonly tag?: string;
}

const CLASS_OF: Readonly<Record<ScopeNameKind, ScopeClass | undefined>> = {
  product: 'thing',
  model: 'thing',
  variant: 'thing',
  version: 'version',
  'serial-range': undefined,
};

/**
 * Names of scope of the found documents that the question names, the longest where they overlap, and its tags. A name that may be
 * a word of the language (`wiki`) or a bare number names nothing by itself: evidence has to account for it like for any word.
 */
export function namedScopes(
  question: Pick<Question, 'text' | 'entities'>,
  found: readonly Pick<StoredPassage, 'scopeNames'>[],
): readonly NamedScope[] {
  const folded = foldText(question.text);
  const known = new Map(found.flatMap(({ scopeNames = [] }) => scopeNames).map((name) => [`${name.kind} ${name.text}`, name]));
  const mentions = [...known.values()].flatMap((name): NamedScope[] => {
    const of = classOf(name);
    if (of === undefined) return [];
    return [...folded.text.matchAll(patternOf(name))].map((match) => ({
      class: of,
      text: name.text,
      ...folded.toSource(match.index, match.index + match[0].length),
    }));
  });
  const tags = question.entities
    .filter((entity) => entity.isCode && entity.role === 'asset')
    .map(({ text, start, end, folded: tag }: LinkedEntity): NamedScope => ({ class: 'thing', text, start, end, tag }));
  const kept: NamedScope[] = [];
  for (const one of [...mentions, ...tags].sort(byExtent))
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** The longest first; what a document is about before a tag of the same words. */
function byExtent(a: NamedScope, b: NamedScope): number {
  return b.end - b.start - (a.end - a.start) || Number(a.tag !== undefined) - Number(b.tag !== undefined) || compareText(a.text, b.text);
}

/** How the document of a passage stands to what the question names: `open` where the question or the document names nothing. */
export type ScopeRelation = 'same' | 'open' | 'foreign';

/**
 * The nearest statement decides: a passage whose words or titles name what is asked about is about it, whatever the rest of its
 * document is about; else the document's own names do.
 */
export function scopeRelation(stored: StoredPassage, named: readonly NamedScope[], equipment: Pick<Equipment, 'isTag'>): ScopeRelation {
  const relations = (['thing', 'version'] as const).map((of) =>
    relationOf(
      stored,
      of,
      named.filter((one) => one.class === of),
      equipment,
    ),
  );
  return relations.includes('foreign') ? 'foreign' : relations.includes('same') ? 'same' : 'open';
}

/**
 * The equipment of a question but what names a product whose documents write it as no code (`X-300` of `X300`): by its codes no text
 * can be held against it.
 */
export function askedEquipment({ entities, grammar }: Question, named: readonly NamedScope[]): readonly LinkedEntity[] {
  const uncoded = named.filter(({ tag, text }) => tag === undefined && grammar.find(text).length === 0);
  return entities
    .filter(({ role }) => role === 'asset')
    .filter((entity) => !uncoded.some(({ start, end }) => start < entity.end && entity.start < end));
}

/** Whether this is a name of what the passage's document is about, whole or as a part of it. */
export function isAbout({ scopeNames = [] }: StoredPassage, named: NamedScope): boolean {
  return scopeNames.some((name) => classOf(name) === named.class && overlap(name.text, named.text));
}

function relationOf(
  stored: StoredPassage,
  of: ScopeClass,
  named: readonly NamedScope[],
  { isTag }: Pick<Equipment, 'isTag'>,
): ScopeRelation {
  if (named.length === 0) return 'open';
  const own = (stored.scopeNames ?? []).filter((name) => classOf(name) === of);
  if (named.some((one) => isAbout(stored, one))) return 'same';
  const rivals = named.every(({ tag }) => tag !== undefined) ? own.filter(({ source, text }) => source !== 'title' && isTag(text)) : own;
  const related = rivals.some((name) => named.some(({ text }) => belongsTo(codeOf(name.text), codeOf(text))));
  if (rivals.length === 0 || related) return 'open';
  return named.some((one) => speaksOf(stored, one)) ? 'open' : 'foreign';
}

function classOf({ kind, text }: ScopeName): ScopeClass | undefined {
  if (kind === 'product' || !/\p{L}/u.test(text)) return isDesignation(text) || kind === 'version' ? CLASS_OF[kind] : undefined;
  return CLASS_OF[kind];
}

function speaksOf({ passage, title }: StoredPassage, { class: of, text }: NamedScope): boolean {
  const pattern = patternOf({ kind: of === 'version' ? 'version' : 'model', text });
  const labels = (passage.structure.rowLabels ?? []).map((label) => label.text);
  const columns = (passage.cells ?? []).map(({ column }) => column);
  return [passage.text, ...labels, ...columns, ...titlesAbove(passage), title].some((words) => fold(words).search(pattern) >= 0);
}

const patterns = memo<RegExp>(1_000);

/** The name with or without signs between its letters and numbers (`P-600`, `P 600`, `P600`), no part of a longer one. */
export function patternOf({ kind, text }: Pick<ScopeName, 'kind' | 'text'>): RegExp {
  return patterns(`${kind} ${text}`, () => {
    const pieces = piecesOf(text);
    if (kind !== 'version') return new RegExp(`(?<![a-z0-9])${pieces.map(escaped).join('[\\s_-]*')}(?![a-z0-9])`, 'gu');
    const number = /\d+(?:\.\d+)*/u.exec(text)?.[0] ?? text;
    return new RegExp(`(?<![a-z])${VERSION_WORDS}[\\s._-]*${escaped(number)}(?!\\d|\\.\\d)`, 'gu');
  });
}

function piecesOf(text: string): readonly string[] {
  return fold(text).match(/\p{sc=Han}+|\p{L}+|\p{N}+|[^\p{L}\p{N}\s_-]/gu) ?? [];
}

/** Whether one name is the other or a part of it: `X200`, `X200 Pro`. */
function overlap(left: string, right: string): boolean {
  const [a, b] = [` ${piecesOf(left).join(' ')} `, ` ${piecesOf(right).join(' ')} `];
  return a.includes(b) || b.includes(a);
}

function codeOf(text: string): string {
  return fold(text)
    .replace(/[\s_-]/gu, '')
    .toUpperCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
