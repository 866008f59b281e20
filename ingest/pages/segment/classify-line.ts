import { RECOGNITION_FLOOR } from '../../../kernel/index.ts';
import { isNoteLabel, stepMarker, stepTitle, warningSignal, wording } from '../../../ontology/index.ts';
import { isShortField } from '../../flow/blocks/field.ts';
import { isWide } from '../../layout/glyph.ts';
import { hasWord } from '../../layout/has-word.ts';
import { isItemLabel } from '../../layout/item-label.ts';
import type { LineElement } from '../../layout/page-elements.ts';
import { pieceText } from '../../layout/pieces.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import { readDate } from '../../title-block/read-date.ts';
import { bulletLength, canBeTitle, captionOf, isCode, LARGER_THAN_TEXT, type OpenHeading, sectionNumber } from './heading-rules.ts';
import { bulletMark, type ItemMark, numberedMark } from './item-mark.ts';
import { outlineTitle } from './outline-title.ts';
import type { PageStyle, PageTitle } from './page-state.ts';

/** What a line opens, seen by itself and its neighbours. */
export type Opening =
  | { readonly kind: 'heading'; readonly heading: OpenHeading; readonly title?: PageTitle }
  | { readonly kind: 'caption'; readonly of: 'table' | 'figure' }
  | { readonly kind: 'warning'; readonly bare: boolean }
  | { readonly kind: 'step'; readonly marker: string; readonly mark: ItemMark }
  /** `marker`: the number of an entry in a list of sources. */
  | { readonly kind: 'item'; readonly mark: ItemMark; readonly marker?: string }
  | { readonly kind: 'listing' }
  | { readonly kind: 'text' };

/** An opening of which the number says whether it is one, by what stands around. */
export type Counted =
  | Extract<Opening, { readonly kind: 'step' }>
  | (Extract<Opening, { readonly kind: 'item' }> & { readonly marker: string });

export function isCounted(opening: Opening): opening is Counted {
  return opening.kind === 'step' || (opening.kind === 'item' && opening.marker !== undefined);
}

/** A line set like a title, without a number and not of the outline: it may be the words of a caption too. */
export function isTitleLike(opening: Opening): boolean {
  return opening.kind === 'heading' && opening.heading.depth === undefined && opening.heading.outline === undefined;
}

export interface LineContext {
  readonly style: PageStyle;
  readonly titles: readonly PageTitle[];
  /** The line after it, if it stands on the same page outside tables. */
  readonly next: LineElement | undefined;
  /** Space above it to the line before, in its own size; infinite at the head of a page. */
  readonly gapAbove: number;
  /** Lines in its frame, itself included; 0 without a frame. */
  readonly frameLines: number;
  /** Whether it stands under an item of a list, to the right of the list's edge. */
  readonly ofItem: boolean;
}

/** Size of a title, in that of running text, at least: low titles of another face are set smaller, and told by their number of several parts. */
const SMALLEST = { numbered: 0.85, other: 0.95 } as const;
/** Digits alone are equally wide in most fonts, and Chinese is; of the signs of code alone some lines of it are. */
const LISTED = /\p{sc=Latin}|^[^\p{sc=Han}]*[{}[\]\\<>;=#$&|][^\p{sc=Han}]*$/u;
/** Sizes that differ by less than this part are one. */
const SAME_PRINT = 0.04;
/** Signs of a sentence within a line, which a title has not. */
const SENTENCE = /[。！；，]|[.!;]\s/u;
/** Width of a title that is set like running text at most; a Chinese sign is two wide. */
const UNSTYLED_WIDTH = 48;
/** Size, in that of running text, from which a number of several parts opens a title whatever it says: a question may be one. */
const LARGER = 1.06;

/** The number of a line of code that holds signs alone (`20 }`), which is no step: there is nothing to do. */
const SAYS_NOTHING = /^\(?\p{N}+[.)、]?\s+[^\p{L}\p{N}\s]+$/u;

/** Says what a line opens. Order matters: a warning in large type is a warning, a numbered title no step. */
export function classifyLine(line: LineElement, context: LineContext): Opening {
  const text = rowText(line.row).trim();
  const signal = warningSignal(text);
  if (signal !== undefined) return { kind: 'warning', bare: text.length - signal.length < 2 };
  const title = outlineTitle(context.titles, text) ?? wrappedTitle(text, context);
  if (title === undefined && isCodeLine(line) && !context.style.bodyMono && LISTED.test(text) && !isLone(line, text, context))
    return { kind: 'listing' };
  const labelled = title === undefined ? labelOf(line) : undefined;
  if (labelled !== undefined) return { kind: 'step', ...labelled };
  const heading = headingOf(line, text, title, context);
  const caption = captionOf(text);
  if (caption !== undefined && heading?.outline === undefined) return { kind: 'caption', of: caption };
  if (heading !== undefined) return { kind: 'heading', heading, ...(title === undefined ? {} : { title }) };
  const numbered = markerOf(line, text);
  if (numbered !== undefined) return { kind: 'step', ...numbered };
  if (line.bullet !== undefined) return { kind: 'item', mark: bulletMark(line.bullet.filled ? 'drawn' : 'drawn hollow') };
  const bullet = bulletLength(text);
  if (bullet !== undefined) return { kind: 'item', mark: bulletMark(text.slice(0, bullet)) };
  const source = SOURCE.exec(text)?.groups?.marker;
  if (source !== undefined) return { kind: 'item', marker: source, mark: numberedMark(`[${source}]`, source) };
  return { kind: 'text' };
}

/**
 * Whether a line is set as code. On a scan the pitch of most of its signs says so, as in a step of which most is a command, so that what opens
 * with the marker of a step is one there.
 */
export function isCodeLine(line: LineElement): boolean {
  return line.row.listed && !(isRecognised(line) && stepMarker(rowText(line.row).trim()) !== undefined);
}

/**
 * Whether one line alone says the value of a name, or is set larger than running text: that is said, or named, whatever face it is set in
 * (`hittest: "off"`, a program that a chapter is about).
 */
function isLone({ row }: LineElement, text: string, { next, gapAbove, style }: LineContext): boolean {
  if (next !== undefined && isCodeLine(next)) return false;
  return isShortField(text) || (row.size >= LARGER_THAN_TEXT * style.bodySize && gapAbove > GAP_OF_TITLE);
}

/** Space above a title at least, in its size. */
const GAP_OF_TITLE = 0.35;

/** The number before an entry of a list of sources. */
const SOURCE = /^\[(?<marker>\d{1,3})\]\s*(?=\S)/u;

/** The number with letters before it (`EO 1.2`) that is set apart before the words of an item. */
function labelOf({ row: { pieces } }: LineElement): { readonly marker: string; readonly mark: ItemMark } | undefined {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return undefined;
  const marker = pieceText(first);
  return isItemLabel(marker) ? { marker, mark: numberedMark(marker, marker) } : undefined;
}

/** The marker of a numbered step: the vocabulary's, a section number before a sentence, or a number set apart. */
export function markerOf(line: LineElement, text: string): { readonly marker: string; readonly mark: ItemMark } | undefined {
  if (SAYS_NOTHING.test(text)) return undefined;
  const known = stepMarker(text);
  if (known !== undefined) return { marker: known.marker, mark: numberedMark(text.slice(0, known.length), known.marker) };
  const number = sectionNumber(text);
  if (
    number !== undefined &&
    /^\d+\.\d/u.test(number.label) &&
    text.length - number.length >= 4 &&
    /^[\p{L}\p{sc=Han}]/u.test(text.slice(number.length))
  )
    return { marker: number.label, mark: numberedMark(number.label, number.label) };
  const [first, second] = line.row.pieces;
  if (first === undefined || second === undefined) return undefined;
  const alone = pieceText(first);
  // Numbers beside numbers are labels of a drawing or values: a step says something.
  const says = /^\d{1,3}$/u.test(alone) && hasWord(text.slice(alone.length));
  return says ? { marker: alone, mark: numberedMark(alone, alone) } : undefined;
}

function headingOf(line: LineElement, text: string, title: PageTitle | undefined, context: LineContext): OpenHeading | undefined {
  const { row } = line;
  const number = sectionNumber(text);
  const shape = { text, size: Math.round(row.size * 10) / 10, bold: row.bold, ...depthOf(number) };
  if (title !== undefined) return { ...shape, outline: title.depth };
  if (number === undefined && isRecognised(line) && (isUnsure(line) || !WORD.test(text))) return undefined;
  // What follows a remark belongs to the section that the remark stands in, and no date or version heads one (`Issued: 2024-01-31`).
  if (isNoteLabel(text) || (number === undefined && saysNumber(text))) return undefined;
  const isPart = (number?.depth ?? 0) > 1;
  const isLarge = row.size >= LARGER_THAN_TEXT * context.style.bodySize;
  const stopped = isPart && (isLarge || row.bold) && canBeTitle(text.replace(isLarge ? /[.:：]$/u : /\.$/u, ''));
  if (!(canBeTitle(text) || stopped) || context.frameLines > 2 || row.pieces.length > 2 || row.pieces.some((piece) => piece.turned))
    return undefined;
  if (isLarge) return number === undefined && isOfParagraph(line, context) ? undefined : shape;
  if (isPart && isSetLarger(line, context)) return shape;
  const smallest = row.bold && isPart ? SMALLEST.numbered : SMALLEST.other;
  if (bulletLength(text) !== undefined || line.bullet !== undefined || row.size < smallest * context.style.bodySize) return undefined;
  if (row.bold && !context.style.bodyBold) return isBoldTitle(line, text, number !== undefined, context) ? shape : undefined;
  return isPlainTitle(text, context) ? shape : undefined;
}

/** The end of a sentence, or of one that leads to what follows. */
const STOPPED = /[。.:：;；!！]$/u;
const WRAPPED = 2;

/**
 * Whether a large line is one of a paragraph that is set like it, as text around small print is: it ends where running text does, and the next
 * one does too or goes on to the end of a sentence, while the second line of a title is short and has no stop.
 */
function isOfParagraph({ row }: LineElement, { next, style }: LineContext): boolean {
  if (next === undefined || row.bold || next.row.bold) return false;
  const isWhole = ({ x1, size }: Row): boolean => Math.abs(style.right - x1) <= WRAPPED * size;
  const isAlike = Math.abs(next.row.size - row.size) < SAME_PRINT * row.size && next.row.baseline - row.baseline < WRAPPED * row.size;
  return isWhole(row) && isAlike && (isWhole(next.row) || STOPPED.test(rowText(next.row).trim()));
}

/** A name with a value of digits and signs alone. */
const SAYS_NUMBER = /^[^:：\p{L}]*\p{L}[^:：]*[:：](?=[^\p{L}]*\d)[^\p{L}]+$/u;

/** What follows a name, which may be a date with the name of its month (`Released: 23 Nov 2015`). */
const VALUE = /^[^:：]*\p{L}[^:：]*[:：](.+)$/u;

function saysNumber(text: string): boolean {
  return SAYS_NUMBER.test(text) || readDate(VALUE.exec(text)?.[1] ?? '', undefined, false) !== undefined;
}

/** What a title has; parts of an equation that stand alone on a scan have none. */
const WORD = /\p{L}{3}|\p{sc=Han}{2}/u;

function isRecognised({ row }: LineElement): boolean {
  return row.pieces.some(({ glyphs }) => glyphs.some(({ recognised }) => recognised !== undefined));
}

/** Whether a sign of a line was not surely recognised: what may be part of an equation or a picture names no section. */
function isUnsure({ row }: LineElement): boolean {
  return row.pieces.some(({ glyphs }) =>
    glyphs.some(({ recognised }) => recognised !== undefined && recognised.confidence < RECOGNITION_FLOOR),
  );
}

function depthOf(number: ReturnType<typeof sectionNumber>): Pick<OpenHeading, 'depth' | 'isNamed'> {
  if (number === undefined) return {};
  return { depth: number.depth, ...(number.isNamed === true ? { isNamed: true } : {}) };
}

/** The first line of an outline title that wraps: the next line completes it. */
function wrappedTitle(text: string, { titles, next }: LineContext): PageTitle | undefined {
  if (next === undefined) return undefined;
  return outlineTitle(titles, text + rowText(next.row));
}

/**
 * Whether a line is a little larger than running text and than the line below it, which goes on with it where it is a step. On a scan
 * sizes are no surer than that.
 */
function isSetLarger(line: LineElement, { style, next }: LineContext): boolean {
  const { size } = line.row;
  return !isRecognised(line) && size >= LARGER * style.bodySize && (next === undefined || size >= LARGER * next.row.size);
}

/** Bold at body size: stands at the margin or centred, apart from what is above, and is no bold line among others. */
function isBoldTitle(line: LineElement, text: string, numbered: boolean, { style, next, gapAbove, ofItem }: LineContext): boolean {
  const { row } = line;
  const length = [...text].length;
  const isPart = numbered && !/^\d{1,2}[.)、](?!\d)/u.test(text);
  // A section may be named after a call (`6.16.2.2 error_reset()`): no line of code opens with a number of several parts.
  const isDeep = isPart && /^\d+\.\d/u.test(text);
  if (length > 80 || (!isDeep && (isCode(text) || endsCall(text)))) return false;
  if (!numbered && (SENTENCE.test(text) || (isShortField(text) && stepTitle(text) === undefined))) return false;
  if (!isPart && next !== undefined && next.row.size >= LARGER_THAN_TEXT * style.bodySize) return false;
  const centred = Math.abs(row.x0 - line.left - (line.right - row.x1)) < 6 && row.x0 - line.left > 20;
  if (!centred && !numbered && ofItem) return false;
  if (!centred && row.x0 > line.left + 1.2 * row.size && row.x0 > style.left + 1.2 * row.size) return false;
  if (isPart) return true;
  if (isListed(text, next)) return false;
  const nextBold = next?.row.bold === true && next.row.baseline - row.baseline < 1.6 * row.size;
  return gapAbove > GAP_OF_TITLE && !nextBold;
}

/** Whether a line closes a bracket that one before it opens: the last line of a call that is set in bold. */
function endsCall(text: string): boolean {
  const signs = [...text.normalize('NFKC')];
  return signs.at(-1) === ')' && signs.filter((sign) => sign === ')').length > signs.filter((sign) => sign === '(').length;
}

/** Whether a numbered line stands right before another one of its kind: no section is empty, so both are of a list. */
function isListed(text: string, next: LineElement | undefined): boolean {
  const [number, after] = [sectionNumber(text), next === undefined ? undefined : sectionNumber(rowText(next.row))];
  return number !== undefined && after !== undefined && after.depth === number.depth;
}

/** What a program or a device calls a thing: one word of letters with a digit or an underscore in it. */
const NAME = /^(?=\p{L}{2})[\p{L}\p{N}_]*[\p{N}_][\p{L}\p{N}_]*(?:\(\))?$/u;
const TITLE_WORD = new RegExp(`^(?:${wording('titleWord')})`, 'iu');
const TITLE_NUMERAL = new RegExp(`^[${wording('titleNumeral')}]`, 'u');

/** Numbered like a section and set like the text around it: short, no sentence, and not one of a list of such lines. */
function isPlainTitle(text: string, { next, gapAbove }: LineContext): boolean {
  const number = sectionNumber(text);
  if (number === undefined || /[=;{}]/u.test(text)) return false;
  const title = text.slice(number.length);
  if ([...title].reduce((width, sign) => width + (isWide(sign) ? 2 : 1), 0) > UNSTYLED_WIDTH) return false;
  if (TITLE_WORD.test(text)) return true;
  if (!number.label.includes('.') && !TITLE_NUMERAL.test(number.label)) return false;
  return !isListed(text, next) && gapAbove > 0.3 && (/^[\p{Lu}\p{sc=Han}]/u.test(title) || NAME.test(title));
}
