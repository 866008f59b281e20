import type { LineElement } from '../../layout/page-elements.ts';
import type { OpenBlock } from './page-state.ts';

/** Whether a line is the second one of a title that the outline names, a little further below than lines of text are. */
export function isOutlineWrap({ heading, last, lines }: OpenBlock, line: LineElement, page: number): boolean {
  return heading?.outline !== undefined && last.page === page && line.row.baseline - last.baseline < 1.7 * last.size && lines === 1;
}
