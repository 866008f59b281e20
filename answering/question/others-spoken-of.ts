import { fold } from '../../kernel/index.ts';
import { askingWords, FUNCTION_WORDS, STOP_CHARACTERS } from '../../ontology/index.ts';
import type { Kept } from './kept.ts';
import { distinctNames, isScope } from './names-in.ts';
import type { Phrase } from './phrases-in.ts';
import type { Turn } from './turn.ts';

const FORM_WORDS: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...askingWords()]);

/** What is kept beside things: the attribute asked for (`and above it?`), what it is of, and what is done (`how often?`). */
interface Wanted {
  readonly asked: boolean;
  readonly ofAsked: boolean;
  readonly action: boolean;
}

/** What else than products and equipment a question was about, in order of place, words side by side as one. */
export function othersSpokenOf({ question, names, phrases, carried = [] }: Turn, wanted: Wanted): readonly Kept[] {
  const kinds = new Set(['thing', ...(wanted.asked ? ['asked'] : []), ...(wanted.action ? ['verb'] : [])]);
  const hasThing = phrases.some(({ kind }) => kind === 'thing') || names.some((name) => !isScope(name));
  const things = phrases.filter(
    (phrase, index) =>
      kinds.has(phrase.kind) ||
      endsCompound(question.text, phrases[index - 1], phrase) ||
      (!hasThing && phrase.kind === 'fault' && COMPOUND.test(phrase.text)),
  );
  const pieces = [
    ...distinctNames(names)
      .filter((name) => !isScope(name))
      .map((name) => ({ ...keptName(name), start: name.start, end: name.end })),
    ...things.map(({ text, start, end }) => {
      const more = shortWordAt(question.text, end);
      return { kind: 'subject', text: text + more, start, end: end + more.length } as const;
    }),
    ...(wanted.ofAsked && !wanted.asked ? phrases.flatMap((phrase) => askedOf(question.text, phrase)) : []),
  ];
  const joined: (Kept & { readonly end: number })[] = [];
  for (const { kind, text, start, end } of pieces.sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    const gap = before === undefined ? '' : question.text.slice(before.end, start);
    if (before === undefined || !/^\s?$/u.test(gap)) joined.push({ kind, text, end });
    else joined.splice(-1, 1, { kind: 'subject', text: before.text + gap + text, end });
  }
  const found = [...phrases, ...names].map(({ text }) => fold(text));
  const isFound = (text: string) => found.some((one) => one.includes(fold(text)) || fold(text).includes(one));
  return [
    ...carried.filter((text) => !isFound(text)).map((text): Kept => ({ kind: 'subject', text })),
    ...joined.map(({ kind, text }): Kept => ({ kind, text })),
  ];
}

/** What an attribute is of, where it stands before it in one phrase: `belt` of `belt tension`. */
function askedOf(text: string, { kind, start, terms }: Phrase): (Kept & { readonly start: number; readonly end: number })[] {
  if (kind !== 'asked') return [];
  const last = terms.at(-1) ?? terms[0];
  // The vocabulary may have both as one: of words that blanks part, the last is the attribute.
  const inLast = /^(.*\S)\s+\S+$/u.exec(last.text)?.[1];
  const end = inLast === undefined ? (terms.at(-2)?.end ?? start) : last.start + inLast.length;
  return end > start ? [{ kind: 'subject', text: text.slice(start, end), start, end }] : [];
}

/** Words for a fault with the thing that has it (`filter block`, 过滤器堵塞). */
const COMPOUND = /\p{sc=Latin} \p{sc=Latin}|\p{sc=Han}{4}/u;

/** A fault of several words directly behind a thing: its first words may be of the thing's name (`fuel filter block`). */
function endsCompound(text: string, before: Phrase | undefined, { kind, text: words, start }: Phrase): boolean {
  return before?.kind === 'thing' && kind === 'fault' && COMPOUND.test(words) && text.slice(before.end, start) === ' ';
}

/** A Chinese word of one character that stands alone behind a phrase (红灯闪): no term of its own, but said of the thing. */
function shortWordAt(text: string, at: number): string {
  const [whole = '', word = ''] = /^\s?(\p{sc=Han})/u.exec(text.slice(at)) ?? [];
  const behind = text.slice(at + whole.length);
  const ends = !/^\p{sc=Han}/u.test(behind) || [1, 2, 3].some((length) => FORM_WORDS.has(behind.slice(0, length)));
  return ends && !FORM_WORDS.has(word) && !STOP_CHARACTERS.has(word) ? whole : '';
}

/** A name as it is kept: what is neither product, equipment, document nor code is a subject like any words. */
export function keptName({ kind, text }: Turn['names'][number]): Kept {
  if (kind === 'asset' || kind === 'product' || kind === 'document') return { kind, text };
  return { kind: kind === 'word' ? 'subject' : 'code', text };
}
