import type { LineElement } from '../../layout/page-elements.ts';
import type { Opening } from './classify-line.ts';
import type { OpenBlock } from './page-state.ts';

/** Points by which left edges of lines of one box differ at most. */
const SAME_EDGE = 1;

/** Whether a line opens nothing of its own behind this block: what is set large below a signal word alone is what it warns of. */
export function isOfText(block: OpenBlock, line: LineElement, opening: Opening): boolean {
  if (opening.kind === 'heading') return block.bare;
  return opening.kind === 'text' || opening.kind === 'listing' || isBesideSign(block, line, opening);
}

/** Whether what looks like the bullet of a line is a part of the sign drawn beside a warning, whose lines stand where its signal word does. */
function isBesideSign(block: OpenBlock, { row, bullet }: LineElement, opening: Opening): boolean {
  return block.kind === 'warning' && opening.kind === 'item' && bullet !== undefined && Math.abs(row.x0 - block.left) < SAME_EDGE;
}
