import { type Glyph, isWhite, isWide } from '../../layout/glyph.ts';
import type { LineElement } from '../../layout/page-elements.ts';
import { needsSpace, spaceWidth } from '../../layout/pieces.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

/** How a line stands to the block before it. */
export type Join = 'flow' | 'item' | 'none';

const ENDS_SENTENCE = /[。.!！?？;；:：]["”’)）】]?$/u;

/** Lines of one paragraph stand no further apart than this, in sizes; of a short document the leading is not known for certain. */
const WIDEST_LEADING = 2.2;

const LATIN = /\p{sc=Latin}/u;
/** Base lines of a listing, in sizes: a line without letters may be one of the text below, so it must be the next. */
const WIDEST_LISTING = 3.5;
const CLOSE_LISTING = 1.8;
/** How far the middle of a line may stand from that of the line above, in sizes. */
const CENTRED = 0.8;

export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text);
}

/**
 * Whether a line goes on with the block before it. `opens` says that it opens with a marker, bullet, signal word or caption
 * of its own. The test of a full line is the one a typesetter applies: a line breaks where the next word no longer fits.
 */
export function joinOf(block: OpenBlock, line: LineElement, page: number, style: PageStyle, opens: boolean): Join {
  if (block.listing === true) return isNextOfListing(block, line, page) ? 'item' : 'none';
  const frame = line.frame === undefined ? undefined : `${page}/${line.frame}`;
  if (frame !== block.frame) return 'none';
  if (frame !== undefined && block.kind === 'warning') return opens || !isFull(block, line, style) ? 'item' : 'flow';
  if (opens) return block.kind === 'warning' && /[:：]$/u.test(block.text) ? 'item' : 'none';
  const { last } = block;
  const { row } = line;
  if (block.bare) return page === last.page && row.baseline - last.baseline < 4 * last.size ? 'flow' : 'none';
  if (Math.abs(row.size - last.size) > 0.08 * last.size) return 'none';
  const unfinished = isFull(block, line, style) && !endsSentence(block.text);
  if (row.bold !== last.bold && !unfinished) return 'none';
  const onward = page === last.page && row.baseline > last.baseline + 0.2 * row.size;
  if (!onward) return unfinished && (page !== last.page || row.baseline < last.baseline) && block.kind !== 'heading' ? 'flow' : 'none';
  if (row.baseline - last.baseline > Math.max(1.3, style.leading * 1.22) * row.size) return 'none';
  if (endsSentence(block.text) && row.baseline - last.baseline > WIDEST_LEADING * row.size) return 'none';
  if (isCentredCaption(block, line)) return 'flow';
  if (!isFull(block, line, style) && !isLowerCase(block, line)) return 'none';
  return isIndentedAnew(block, line) ? 'none' : 'flow';
}

/** A line that starts to the right of the paragraph's edge opens another; in a list, one to the left of its item does. */
function isIndentedAnew(block: OpenBlock, { row }: LineElement): boolean {
  const slack = 0.8 * row.size;
  if (block.marker !== undefined || block.lines === 1) return false;
  return row.x0 > block.left + slack;
}

/** How far a line that found no place to break may stick out over the edge of running text, in sizes. */
const STICKS_OUT = 6;

/** Whether the first word of `line` would not have fitted behind the block's last line. */
function isFull(block: OpenBlock, line: LineElement, style: PageStyle): boolean {
  const widest = Math.max(block.last.right, line.right);
  const right = widest - style.right < STICKS_OUT * line.row.size ? Math.min(widest, style.right) : widest;
  const room = right - block.last.x1;
  const glyphs = line.row.pieces.flatMap((piece) => piece.glyphs);
  return room < firstWordWidth(glyphs) + 0.6 * line.row.size;
}

/** A narrower right edge than the column's: a Latin sentence that goes on with a small letter shows it. */
function isLowerCase(block: OpenBlock, line: LineElement): boolean {
  return /[\p{L}\p{N},(-]$/u.test(block.text) && /^\p{Ll}/u.test(line.row.pieces[0]?.glyphs[0]?.text ?? '') && /\p{Ll}/u.test(block.text);
}

/** Lines of a listing stand on lines of their own, with at most two empty ones between them; a page may break them. */
function isNextOfListing({ last }: OpenBlock, { row }: LineElement, page: number): boolean {
  if (page !== last.page) return page === last.page + 1;
  const widest = row.pieces.some(({ glyphs }) => glyphs.some(({ text }) => LATIN.test(text))) ? WIDEST_LISTING : CLOSE_LISTING;
  return Math.abs(row.size - last.size) < 0.3 && row.baseline > last.baseline && row.baseline - last.baseline < widest * row.size;
}

/** The next line of a caption that is set in the middle. */
function isCentredCaption(block: OpenBlock, { row, left }: LineElement): boolean {
  if (block.kind !== 'caption') return false;
  const centre = (block.left + block.last.x1) / 2;
  return row.x0 > left + row.size && Math.abs((row.x0 + row.x1) / 2 - centre) < CENTRED * row.size;
}

/** Width of what has to stand together at the start of a line, in points. */
export function firstWordWidth(glyphs: readonly Glyph[]): number {
  const first = glyphs[0];
  if (first === undefined) return 0;
  let right = first.x1;
  if (isWide(first.text)) {
    // Closing signs may not open a line: they hang on to the character before.
    return 1.5 * (right - first.x0);
  }
  let previous = first;
  const space = spaceWidth(glyphs);
  for (const glyph of glyphs.slice(1)) {
    if (isWhite(glyph.text) || isWide(glyph.text) || needsSpace(previous, glyph, space)) break;
    right = glyph.x1;
    previous = glyph;
  }
  return right - first.x0;
}

/** Space between two lines in sizes of the lower one; endless where the lower one stands above. */
export function gapBetween(above: LineElement, below: LineElement): number {
  const gap = below.row.y0 - above.row.y1;
  return gap < -above.row.size ? Number.POSITIVE_INFINITY : gap / below.row.size;
}
