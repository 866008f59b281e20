import { hasWord } from '../../layout/has-word.ts';
import type { LineElement } from '../../layout/page-elements.ts';
import { follows, type ItemMark } from './item-mark.ts';
import { endsSentence, joinOf } from './line-joins.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

/** An item before, or one that comes later on the page, with its left edge. */
export interface MarkedEdge {
  readonly mark: ItemMark;
  readonly x: number;
}

/** What stands around a line that opens like a numbered item. */
export interface ItemSurroundings {
  /** Items of the open list and of the block before, and the numbers of the titles around. */
  readonly before: readonly MarkedEdge[];
  /** Lines further down the page that open like numbered items. */
  readonly after: readonly MarkedEdge[];
  /** Whether the line would, but for its marker, go on with an unfinished sentence at the same edge. */
  readonly runsOn: boolean;
}

const SAME_EDGE = 0.6;
const DECIMAL_FRACTION = /^0\.\d/u;

/**
 * Whether a line with a number or letter at its head is an item of a list: a list begins there (1, a, ①), or goes on from an item
 * before; else the number is one of the sentence. A list whose beginning was not read is known by its next item at the same edge.
 */
export function opensItem({ row }: Pick<LineElement, 'row'>, marker: string, mark: ItemMark, around: ItemSurroundings): boolean {
  if (DECIMAL_FRACTION.test(marker)) return false;
  // A form that names its items in words (`Step 3:`), beside the letter or number itself.
  if (hasWord(mark.style)) return true;
  const slack = SAME_EDGE * row.size;
  const beside = ({ x }: MarkedEdge) => Math.abs(x - row.x0) <= slack;
  const predecessors = around.before.filter((one) => follows(one.mark, mark));
  const hasNext = () => around.after.some((one) => beside(one) && follows(mark, one.mark));
  if (around.runsOn) return predecessors.some(beside) || hasNext();
  if (predecessors.length > 0 || (mark.values.includes(1) && !marker.includes('.'))) return true;
  return hasNext();
}

/** Whether a text of which `left` is the edge breaks off within a sentence that a line at `x` may go on with. */
function breaksOff(text: string, left: number, { row }: Pick<LineElement, 'row'>): boolean {
  return !endsSentence(text) && row.x0 <= left + SAME_EDGE * row.size;
}

/** Whether a block breaks off within a sentence that a line goes on with, whatever the line is set like. */
export function runsOn(block: OpenBlock | undefined, line: LineElement, page: number, style: PageStyle): boolean {
  if (block === undefined || block.kind === 'heading' || !breaksOff(block.text, block.left, line)) return false;
  return joinOf(block, line, page, style, false) === 'flow';
}
