import { type Access, fold, type PassageReader, type StoredPassage } from '../../kernel/index.ts';
import { documentMatter } from '../../ontology/index.ts';

/** Where a passage stands among the sections of its document, whatever they are called. */
interface Place {
  /** Places among their like of the titles above it, outermost first. */
  readonly section: string;
  /** Titles up to it, whatever their level. */
  readonly titles: number;
  /** Among those of its kind in the section, from 1. */
  readonly nth: number;
}

type Reads = { readonly passages: Pick<PassageReader, 'range'> };

/** The language a passage is in: as it is written, else as the place of its document marks it. */
export function languageOfPassage({ passage: { language }, uri }: StoredPassage): 'zh' | 'en' | undefined {
  return language === 'zh' || language === 'en' ? language : documentMatter(uri).language;
}

/** Whether the documents of two passages lie alike beside a mark of language. */
export function areOfTranslations(left: StoredPassage, right: StoredPassage): boolean {
  if (left.documentId === right.documentId) return false;
  const [a, b] = [documentMatter(left.uri), documentMatter(right.uri)];
  return a.stem === b.stem && a.language !== b.language && a.version === b.version;
}

/** So many codes and numbers in common tell a passage wherever it stands: one of two documents may have a section more. */
const TELLING = 3;

/**
 * Whether passages of such documents say one thing in two languages: they hold the same numbers and the same words in letters that
 * both have, and are the same part of the same section, by place and not by words, or have several codes in common and no others.
 */
export async function isTranslation(reads: Reads, access: Access, left: StoredPassage, right: StoredPassage): Promise<boolean> {
  if (!areOfTranslations(left, right) || left.passage.kind !== right.passage.kind) return false;
  if (!holdsAlike(left.passage.text, right.passage.text)) return false;
  const codes = codesOf(left.passage.text);
  if (codes.size >= TELLING && sameSet(codes, codesOf(right.passage.text))) return true;
  const [here, there] = await Promise.all([placeOf(reads, access, left), placeOf(reads, access, right)]);
  // One of two documents may have a section more within another one, or other levels of titles; hardly both.
  return here.nth === there.nth && (here.section === there.section || here.titles === there.titles);
}

/** Words that hold a digit: neither language writes them otherwise. */
function codesOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/(?:(?!\p{sc=Han})[\p{L}\p{N}_./-])*\p{N}(?:(?!\p{sc=Han})[\p{L}\p{N}_/-])*/gu) ?? []);
}

function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((one) => right.has(one));
}

/** The same numbers; and each word in Latin letters of a text in Chinese stands in the other one, since a name is not translated. */
function holdsAlike(left: string, right: string): boolean {
  const [a, b] = [fold(left), fold(right)];
  const numbersOf = (text: string) => [...new Set(text.match(/\d+(?:\.\d+)*/gu) ?? [])].sort().join(' ');
  if (numbersOf(a) !== numbersOf(b)) return false;
  const tight = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const isHeld = (text: string, other: string) =>
    (text.match(/(?:(?!\p{sc=Han})\p{L}){2,}/gu) ?? []).every((word) => tight(other).includes(word));
  return isHeld(a, b) || isHeld(b, a);
}

async function placeOf({ passages }: Reads, access: Access, { passage }: StoredPassage): Promise<Place> {
  const { versionId, order, kind, structure } = passage;
  const opening = kind === 'heading' ? order : structure.section;
  const [headings, among] = await Promise.all([
    opening === undefined ? [] : passages.range(access, versionId, 0, opening, ['heading']),
    passages.range(access, versionId, opening ?? 0, order, [kind]),
  ]);
  const counted: number[] = [];
  for (const { passage: heading } of headings) {
    const level = Math.max(1, heading.structure.level ?? 1);
    counted.length = Math.min(counted.length, level);
    while (counted.length < level) counted.push(0);
    counted[level - 1] = (counted[level - 1] ?? 0) + 1;
  }
  return { section: counted.join('.'), titles: headings.length, nth: among.length };
}
