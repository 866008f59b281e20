import { fold } from '../../kernel/index.ts';
import { askingWords, FUNCTION_WORDS, STOP_CHARACTERS } from '../../ontology/index.ts';
import type { Kept } from './kept.ts';
import { distinctNames, isScope } from './names-in.ts';
import type { Turn } from './turn.ts';

const FORM_WORDS: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...askingWords()]);

/**
 * What else than products and equipment a question was about, in order of place, words side by side as one: with the attribute
 * asked for where a follow-up asks nothing itself (`and above it?`), with what is done where it says nothing of that (`how often?`).
 */
export function othersSpokenOf({ question, names, phrases, carried = [] }: Turn, withAsked: boolean, withAction: boolean): readonly Kept[] {
  const kinds = new Set(['thing', ...(withAsked ? ['asked'] : []), ...(withAction ? ['verb'] : [])]);
  const pieces = [
    ...distinctNames(names)
      .filter((name) => !isScope(name))
      .map((name) => ({ ...keptName(name), start: name.start, end: name.end })),
    ...phrases
      .filter(({ kind }) => kinds.has(kind))
      .map(({ text, start, end }) => {
        const more = shortWordAt(question.text, end);
        return { kind: 'subject', text: text + more, start, end: end + more.length } as const;
      }),
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
