import { describe, expect, it } from 'vitest';
import type { RecognisedLine, RecognisedWord } from '../../ocr/text-recogniser.ts';
import { columnGaps } from './column-gaps.ts';

const SIZE = 10;

/** A line of words, five points a sign, with these gaps between them in points. */
function lineOf(texts: readonly string[], gaps: readonly number[]): RecognisedLine {
  let at = 0;
  const words = texts.map((text, index): RecognisedWord => {
    at += gaps[index - 1] ?? 0;
    const symbols = [...text].map((sign) => {
      const x0 = at;
      at += 5;
      return { text: sign, box: { x0, x1: at, y0: 0, y1: 7 } };
    });
    return { symbols, box: { x0: at - 5 * symbols.length, x1: at, y0: 0, y1: 7 }, confidence: 1 };
  });
  return { words, box: { x0: 0, x1: at, y0: 0, y1: 7 }, baseline: 7 };
}

const PROSE = lineOf(['Close', 'the', 'valve', 'and', 'drain', 'the', 'casing', 'of', 'the', 'pump'], Array(9).fill(2.8));
const CELLS = lineOf(['matrix', 'int'], [7]);

describe('columnGaps', () => {
  it('parts words that stand further apart than words of the page do', () => {
    const columnGap = columnGaps([PROSE, CELLS], () => SIZE);
    expect(columnGap(CELLS) * SIZE).toBeLessThan(7);
    expect(columnGap(PROSE) * SIZE).toBeGreaterThan(2.8);
  });

  it('parts no words of a line that is set to both margins, which all stand apart', () => {
    const stretched = lineOf(['Stop', 'the', 'pump', 'and', 'drain', 'it'], Array(5).fill(7));
    expect(columnGaps([PROSE, stretched], () => SIZE)(stretched) * SIZE).toBeGreaterThan(7);
  });

  it('takes nothing that is written without spaces for words', () => {
    const chinese = lineOf(['泵', '阀'], [9]);
    expect(columnGaps(Array(20).fill(chinese), () => SIZE)(CELLS) * SIZE).toBeLessThan(7);
  });
});
