import { fold } from '../../kernel/index.ts';
import { rootEnglish } from './en/stem-english.ts';
import { WORD_TRANSLATIONS } from './word-translations.data.ts';

/** A word of the other language near in meaning. */
export interface WordTranslation {
  readonly word: string;
  /** Cosine of the two words in the embedding they were learnt from, from 0.65 to 1. */
  readonly likeness: number;
}

const HAN = /\p{Script=Han}/u;
const TRANSLATION = /([a-z]+)(\d{2})/g;

let held: ReadonlyMap<string, readonly WordTranslation[]> | undefined;

/**
 * Words of the other language that a Chinese word or the root of an English one may stand for, most alike first. They were learnt
 * by machine and are near, not equal: for finding, never for holding a claim against its source.
 */
export function wordTranslations(token: string): readonly WordTranslation[] {
  held ??= read();
  return held.get(token) ?? [];
}

function read(): ReadonlyMap<string, readonly WordTranslation[]> {
  const found = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, likeness: number) => {
    const known = found.get(from) ?? new Map<string, number>();
    known.set(to, Math.max(known.get(to) ?? 0, likeness));
    found.set(from, known);
  };
  for (const line of WORD_TRANSLATIONS.trim().split(/;\n?/)) {
    const at = line.indexOf(' ');
    const chinese = fold(line.slice(0, at));
    if (!HAN.test(chinese)) continue;
    for (const [, english = '', hundredths] of line.slice(at).matchAll(TRANSLATION)) {
      const root = rootEnglish(english);
      add(chinese, root, Number(hundredths) / 100);
      add(root, chinese, Number(hundredths) / 100);
    }
  }
  return new Map(
    [...found].map(([from, words]) => [
      from,
      [...words].map(([word, likeness]) => ({ word, likeness })).sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1)),
    ]),
  );
}
