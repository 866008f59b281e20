import { fold } from '../../kernel/index.ts';
import { findConcepts, isDesignation, wording } from '../../ontology/index.ts';
import type { EntityRole, Question } from './question.ts';

/** `product`: what documents are about, and what is named by letters and digits. `word`: any other name, of a setting or a protocol. */
type NameKind = 'asset' | 'alarm' | 'part' | 'document' | 'code' | 'product' | 'word';

/** One thing by its own name. Offsets are UTF-16 units in the question. */
export interface Name {
  readonly kind: NameKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Documents bear it as what they are about. */
  readonly isKnown?: true;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const KIND_OF_ROLE: Readonly<Record<EntityRole, NameKind>> = {
  asset: 'asset',
  alarm: 'alarm',
  part: 'part',
  document: 'document',
  other: 'code',
};
const FRAGMENT_WORD = new RegExp(`^(?:${wording('fragmentWord')})$`, 'iu');
const HAN = /\p{sc=Han}/u;
const TITLE = /《[^《》]+》/gu;
const TOKEN = /(?:(?!\p{sc=Han})[\p{L}\p{N}])(?:[\p{M}'.+/_-]*(?:(?!\p{sc=Han})[\p{L}\p{N}]))*|(?<![\p{L}\p{N}])--?[a-z][\w-]*/gu;
/** A name directly behind which a token goes on with it. */
const GAP = /^\s$/u;

/**
 * Names in a question, in order of place: its codes and equipment, products (`known`: where documents name what they are about),
 * titles, and words that are names by their form: letters with digits, capitals within a sentence, Latin words in a Chinese one.
 */
export function namesIn(question: Question, known: readonly Span[]): readonly Name[] {
  const { text, entities, quantities, scope } = question;
  const at = ({ start, end }: Span) => text.slice(start, end);
  const found: Name[] = [
    ...entities.map(({ start, end, role }): Name => ({ kind: KIND_OF_ROLE[role], text: at({ start, end }), start, end })),
    ...known.map(({ start, end }): Name => ({ kind: 'product', text: at({ start, end }), start, end, isKnown: true })),
    ...[...text.matchAll(TITLE)].map(
      ({ 0: title, index }): Name => ({ kind: 'document', text: title, start: index, end: index + title.length }),
    ),
  ];
  const names: Name[] = [];
  for (const one of found.sort((a, b) => b.end - b.start - (a.end - a.start))) if (!overlaps(one, names)) names.push(one);
  const measured = quantities.filter(({ quantity }) => quantity.dimension !== 'none');
  const taken: readonly Span[] = [...names, ...measured, ...(scope.time === undefined ? [] : [scope.time])];
  for (const run of runsOf(text, taken)) {
    const extended = HAN.test(text) ? withWordBefore(question, run, names) : run;
    names.push({ kind: isDesignation(run.text) ? 'product' : 'word', ...extended, text: at(extended) });
  }
  const hasProduct = names.some(({ kind, isKnown }) => kind === 'asset' || isKnown === true);
  // Beside a product that documents are about, what else has digits among its letters is a setting or part of it.
  return names
    .map(
      (name): Name =>
        hasProduct && name.kind === 'product' && name.isKnown === undefined && /\d/u.test(name.text) ? { ...name, kind: 'word' } : name,
    )
    .sort((a, b) => a.start - b.start);
}

/** Whether two names are of one thing: the same, or one the other with words before or behind. A differing digit is a different name. */
export function isSameName(a: Pick<Name, 'text'>, b: Pick<Name, 'text'>): boolean {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  return left.includes(right) || right.includes(left);
}

function piecesOf({ text }: Pick<Name, 'text'>): string {
  return ` ${(fold(text).match(/\p{sc=Han}+|\p{L}+|\p{N}+/gu) ?? []).join(' ')} `;
}

interface Run extends Span {
  readonly text: string;
}

/** Tokens that are names by their form, those side by side as one, with numbers behind them. */
function runsOf(text: string, taken: readonly Span[]): Run[] {
  const runs: Run[] = [];
  const isMixed = HAN.test(text);
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const span = { start: index, end: index + token.length };
    if (overlaps(span, taken)) continue;
    const before = runs.at(-1);
    const follows = before !== undefined && GAP.test(text.slice(before.end, index));
    const isNumber = /^\d+$/u.test(token);
    const isName = isMixed ? /\p{L}/u.test(token) : isNameByForm(text, token, index);
    if (!(isName && (follows || !isConcept(token))) && !(isNumber && follows)) continue;
    const start = follows ? before.start : span.start;
    if (follows) runs.pop();
    runs.push({ start, end: span.end, text: text.slice(start, span.end) });
  }
  return runs;
}

function isNameByForm(text: string, token: string, index: number): boolean {
  if (/^-/u.test(token) || isDesignation(token) || /^\p{Lu}{2,}$/u.test(token)) return true;
  const opens = /(?:^|[.?!:;])[\s"'“(]*$/u.test(text.slice(0, index));
  return token.length > 1 && /^\p{Lu}/u.test(token) && !opens;
}

function isConcept(token: string): boolean {
  return findConcepts(token).some(({ start, end }) => start === 0 && end === token.length);
}

/** With the Chinese word directly before it: what is beside a designation is its brand or its class. */
function withWordBefore({ text, terms }: Question, run: Run, names: readonly Span[]): Span {
  if (!isDesignation(run.text)) return run;
  const before = terms.find(
    (term) =>
      term.end <= run.start &&
      /^\s?$/u.test(text.slice(term.end, run.start)) &&
      HAN.test(term.text) &&
      term.concept === undefined &&
      !FRAGMENT_WORD.test(term.text),
  );
  return before === undefined || overlaps(before, names) ? run : { start: before.start, end: run.end };
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

/** A name's last word with any digits alike: `K5` and `K7` are named in one way. */
export function shapeOf({ text }: Pick<Name, 'text'>): string | undefined {
  const last = fold(text).split(/\s+/u).at(-1) ?? '';
  return /\d/u.test(last) && /\p{L}/u.test(last) ? last.replace(/\d+/gu, '9') : undefined;
}

/** Names of products and equipment. */
export function isScope({ kind }: Name): boolean {
  return kind === 'asset' || kind === 'product';
}

/** Each once, by the longest of its forms, in the order given. */
export function distinctNames(names: readonly Name[]): readonly Name[] {
  const rank = (name: Name, index: number) => name.text.length - index / (names.length + 1);
  return names.filter((name, index) => !names.some((other, at) => isSameName(name, other) && rank(other, at) > rank(name, index)));
}
