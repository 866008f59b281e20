import type { WordPair } from './word-pair.ts';
import { codeTemplate, numberTemplate } from './word-shape.ts';

/** Counts of something by form. */
export type FormCounts = Map<string, number>;
/** A word of the forms, in lower case as well, with its letters as bits, and how often it occurs. */
export interface VocabularyWord {
  readonly lower: string;
  readonly letters: number;
  times: number;
}
/** A lexicon as plain data: by key, forms and how often each was seen. */
export type LexiconEntries = readonly (readonly [key: string, forms: readonly (readonly [form: string, count: number])[]])[];

const DIGIT = /\d/;
const PLAIN = /^\p{L}[\p{L}'-]*$/u;

/** What people made of each written word: how often each form was given, by word, by shape of a word with numbers, by pair of words. */
export class WordLexicon {
  readonly words = new Map<string, FormCounts>();
  /** Of words with digits, whose numbers stand for any other. */
  readonly templates = new Map<string, FormCounts>();
  /** Two words that were given one form together. */
  readonly pairs = new Map<string, FormCounts>();
  readonly vocabulary = new Map<string, VocabularyWord>();

  /** Counts a text, or with `by` -1 takes it out again. */
  add(text: readonly WordPair[], by: 1 | -1 = 1): void {
    text.forEach(({ raw, form }, at) => {
      const lower = raw.toLowerCase();
      if (DIGIT.test(lower)) {
        count(this.templates, numberTemplate(lower), form, by);
        count(this.templates, codeTemplate(lower), form, by);
      } else {
        count(this.words, lower, form, by);
      }
      const next = text[at + 1];
      if (next !== undefined && next.form === '' && form !== '' && !DIGIT.test(lower + next.raw))
        count(this.pairs, `${lower} ${next.raw.toLowerCase()}`, form, by);
      if (!DIGIT.test(lower)) for (const word of form.split(' ')) if (PLAIN.test(word)) this.addWord(word, by);
    });
  }

  /** Whether people gave this word a form, or one like it but for its numbers. */
  knows(lower: string): boolean {
    return this.words.has(lower) || this.templates.has(numberTemplate(lower)) || this.templates.has(codeTemplate(lower));
  }

  formsOf(lower: string): FormCounts | undefined {
    return this.words.get(lower);
  }

  entries(): { words: LexiconEntries; templates: LexiconEntries; pairs: LexiconEntries } {
    return { words: plain(this.words), templates: plain(this.templates), pairs: plain(this.pairs) };
  }

  static from({ words, templates, pairs }: ReturnType<WordLexicon['entries']>): WordLexicon {
    const lexicon = new WordLexicon();
    for (const [key, forms] of words) lexicon.words.set(key, new Map(forms));
    for (const [key, forms] of templates) lexicon.templates.set(key, new Map(forms));
    for (const [key, forms] of pairs) lexicon.pairs.set(key, new Map(forms));
    for (const [, forms] of words)
      for (const [form, times] of forms) for (const word of form.split(' ')) if (PLAIN.test(word)) lexicon.addWord(word, times);
    return lexicon;
  }

  private addWord(word: string, by: number): void {
    const known = this.vocabulary.get(word);
    if (known === undefined) {
      const lower = word.toLowerCase();
      this.vocabulary.set(word, { lower, letters: letterBits(lower), times: by });
    } else {
      known.times += by;
      if (known.times <= 0) this.vocabulary.delete(word);
    }
  }
}

/** Which letters a word has, those alike modulo 32 taken for one. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function count(map: Map<string, FormCounts>, key: string, form: string, by: number): void {
  const forms = map.get(key) ?? new Map<string, number>();
  const times = (forms.get(form) ?? 0) + by;
  if (times > 0) forms.set(form, times);
  else forms.delete(form);
  if (forms.size > 0) map.set(key, forms);
  else map.delete(key);
}

function plain(map: ReadonlyMap<string, FormCounts>): LexiconEntries {
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]) => (a < b ? -1 : a > b ? 1 : 0);
  return [...map].sort(byName).map(([key, forms]) => [key, [...forms].sort(byName)]);
}
