import { wording, wordingPattern } from '../../../ontology/index.ts';
import { hasWord } from '../../layout/has-word.ts';

/** Numbering of a section title: `depth` from 1, `length` of the number with what follows it up to the title's words. */
export interface SectionNumber {
  readonly depth: number;
  readonly label: string;
  readonly length: number;
  /** Whether it says in words what it counts (`Chapter 4`, `Annex A`): such a part counts its own sections from 1. */
  readonly isNamed?: boolean;
}

/** Size of a title, in that of running text, from which its size alone tells it. */
export const LARGER_THAN_TEXT = 1.12;

const CHAPTER = new RegExp(`^(?:${wording('chapterNumber')})[\\s.:：、—-]*`, 'iu');
const ARTICLE = new RegExp(`^(?:${wording('articleNumber')})[\\s.:：、—-]*`, 'u');
const DECIMAL = /^(\d{1,2}(?:\.\d{1,3}){0,5})(?:[.．、](?!\d)\s*|\s+|(?=\p{sc=Han}))(?=\S)/u;
const CHINESE = new RegExp(`^(?:${wording('listedNumber')})\\s*`, 'u');
const LETTERED = /^([A-Z](?:\.\d{1,2}){1,4})\s+(?=\S)/u;

/** Reads the number that a section title opens with: `3`, `3.2.1`, `第3章`, `一、`, `Chapter 4`, `A.1`. */
export function sectionNumber(text: string): SectionNumber | undefined {
  const chapter = CHAPTER.exec(text);
  if (chapter !== null) return { depth: 1, label: chapter[0].trim(), length: chapter[0].length, isNamed: true };
  const article = ARTICLE.exec(text);
  if (article !== null) return { depth: 2, label: article[0].trim(), length: article[0].length };
  const decimal = DECIMAL.exec(text) ?? LETTERED.exec(text);
  const label = decimal?.[1];
  if (decimal !== null && label !== undefined) {
    // `3.0 Title` is a chapter written as a decimal.
    const parts = label.split('.');
    const depth = parts.length === 2 && parts[1] === '0' ? 1 : parts.length;
    return { depth, label, length: decimal[0].length };
  }
  const chinese = CHINESE.exec(text);
  return chinese === null ? undefined : { depth: 1, label: chinese[0].trim(), length: chinese[0].length };
}

/** A heading that is open while its section is read. */
export interface OpenHeading {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly depth?: number;
  /** Whether its number says in words what it counts. */
  readonly isNamed?: boolean;
  readonly outline?: number;
  /** The document's own title, which is around all sections. */
  readonly isTitle?: boolean;
  /** Page on which it stands, from 1. */
  readonly page?: number;
  /** Order of its passage, once it has been given out. */
  readonly order?: number;
}

/** Depth of the first level of an outline. */
const TOP = 1;

/**
 * Whether `upper` stays open when `lower` begins. Outline first, then numbering, then size, then weight; only between two numbers
 * of several parts (`3.49`, `3.50`) the numbers come before the outline, which programs nest as they please.
 */
function outranks(upper: OpenHeading, lower: OpenHeading): boolean {
  // What stands at the top of the outline is in no section that the outline does not know (imprint, list of versions).
  if (lower.outline === TOP && upper.outline === undefined && upper.isTitle !== true) return false;
  if ((upper.depth ?? 0) > 1 && (lower.depth ?? 0) > 1) return (upper.depth ?? 0) < (lower.depth ?? 0);
  if (upper.outline !== undefined && lower.outline !== undefined) return upper.outline < lower.outline;
  const isPart = upper.isNamed === true && lower.isNamed !== true && lower.depth === 1;
  if (!isPart && upper.depth !== undefined && lower.depth !== undefined) return upper.depth < lower.depth;
  // A chapter with a number is as high as a title without one that is set a little larger.
  const slack = lower.depth === 1 && upper.depth === undefined && upper.isTitle !== true ? 0.15 : 0.05;
  if (Math.abs(upper.size - lower.size) > slack * lower.size) return upper.size > lower.size;
  return upper.bold && !lower.bold;
}

/**
 * The open headings once `next` has begun. A title on a cover of its own is around none of the sections that the outline has; nor is it
 * around numbered chapters of a scan, which has lost its outline.
 */
export function openHeading(open: readonly OpenHeading[], next: OpenHeading, isScan = false): OpenHeading[] {
  const isFirst = (next.outline === TOP && open.every(({ outline }) => outline === undefined)) || (isScan && next.depth === 1);
  const kept = isFirst ? open.filter(({ isTitle, page }) => isTitle !== true || page === next.page) : [...open];
  for (let top = kept.at(-1); top !== undefined && !outranks(top, next); top = kept.at(-1)) kept.pop();
  return [...kept, next];
}

/** A text for comparing titles: no case, no width, no white space. */
export function titleKey(text: string): string {
  return titleLetters(text).toLowerCase();
}

/** A text for telling titles of one key apart: no width, no white space. */
export function titleLetters(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Whether the words can be a title at all: some letters, no end of a sentence, not long. */
export function canBeTitle(text: string): boolean {
  const title = text.trim();
  return title.length >= 2 && title.length <= 120 && hasWord(title) && !/[。.;；,，:：!！、]$/u.test(title);
}

const CODE = /\w\([^)]*\)|[=;{}]|\/\//u;

/** Calls, comments and assignments of a program, which are often set in bold. */
export function isCode(text: string): boolean {
  return CODE.test(text.normalize('NFKC'));
}

const BULLET = /^(?:[•●○▪■□◆◇➢✓▶►◦‣❑❖◻·]\s*|[-–—*]\s+)(?=\S)/u;

/** UTF-16 length of the bullet that a list item opens with. */
export function bulletLength(text: string): number | undefined {
  return BULLET.exec(text)?.[0].length;
}

const CAPTION = new RegExp(
  `^(?:${wording('tableCaption')}|${wording('figureCaption')})\\s*(?:[A-Z]?\\d+(?:\\s*[-.–—]\\s*\\d+)*|${wording('captionNumeral')})`,
  'u',
);
const TABLE_CAPTION = new RegExp(`^(?:${wording('tableCaption')})`, 'u');
const CAPITALS = /^\p{Lu}{3,}(?![\p{L}])/u;
/** Words that go on in small letters, or nothing but the end of a sentence. */
const GOES_ON = /^(?:\s+\p{Ll}{2}|\s*[.)。]\s*$)/u;
const CAPTION_IN_PROSE = new RegExp(`^\\s*(?:${wording('captionInProse')}|、|，|,|\\))`, 'iu');

/**
 * Whether a line is the caption of a table or figure, and of which. A sentence that opens with `Table 2` is none, nor is one that
 * ends with it.
 */
export function captionOf(line: string): 'table' | 'figure' | undefined {
  const text = line.replace(CAPITALS, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
  const found = CAPTION.exec(text);
  if (found === null || text.length > 200) return undefined;
  const rest = text.slice(found[0].length);
  if (CAPTION_IN_PROSE.test(rest) || GOES_ON.test(rest) || (/[。.]$/u.test(rest) && rest.length > 60)) return undefined;
  return TABLE_CAPTION.test(text) ? 'table' : 'figure';
}

const CONTINUED = wordingPattern('continuedMark', 'giu');

/** A caption for telling it when the next page repeats it: as `titleKey`, without a mark that it is continued. */
export function captionKey(text: string): string {
  return titleKey(titleKey(text).replace(CONTINUED, ''));
}
