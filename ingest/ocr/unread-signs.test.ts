import { describe, expect, it } from 'vitest';
import { printedLine } from './printed-line.test-support.ts';
import { unreadSigns } from './unread-signs.ts';

/** Boxes of what is passed over in a row that prints these parts, of which a finder has found a line for the first alone. */
function passedOver(first: string, ...others: readonly string[]) {
  const { line, raster, threshold } = printedLine([first, ...others.map((part) => `   ${part}`)], [first]);
  const end = Math.max(...line.words.flatMap(({ symbols }) => symbols.map(({ box }) => box.x1))) + 4;
  return { end, found: unreadSigns([{ ...line, box: { ...line.box, x1: end } }], raster, threshold) };
}

describe('unreadSigns', () => {
  it('finds single signs in cells of their own, in a box as a line has it', () => {
    const { end, found } = passedOver('QTY', '1', '12');
    expect(found).toHaveLength(2);
    for (const { x0, x1, y0, y1 } of found) {
      expect(x0).toBeGreaterThan(end);
      expect((x1 - x0) / (y1 - y0)).toBeGreaterThan(0.5);
      expect(y1 - y0).toBeGreaterThan(1.5 * 26);
    }
  });

  it('finds none in what is no sign by its size: dots, dashes, whole words and what goes on beyond the row', () => {
    expect(passedOver('QTY', '.', '-', 'MAINTENANCE').found).toEqual([]);
    expect(passedOver('QTY', '█').found).toEqual([]);
  });

  it('finds none where every sign has its line, and none beside lines without capitals and digits', () => {
    expect(passedOver('QTY').found).toEqual([]);
    expect(passedOver('sum', '1').found).toEqual([]);
  });
});
