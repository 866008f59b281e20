import { describe, expect, it } from 'vitest';
import type { RecognisedLine } from '../../ocr/text-recogniser.ts';
import { fixedPitchLines } from './fixed-pitch.ts';

const NARROW = /[iljt.,:'|()[\]f]/u;

/** A line of text whose signs are as wide as letters of print are, or all stand six points apart. */
function lineOf(text: string, face: 'print' | 'listing', at = 0, left = 0): RecognisedLine {
  let x = left;
  const words = text.split(' ').map((word) => {
    const symbols = [...word].map((sign) => {
      const [advance, ink] = NARROW.test(sign) ? [2.8, 1.2] : /[mwMW]/u.test(sign) ? [8.3, 7.5] : [5.5, 4.8];
      const place = face === 'print' ? advance : 6;
      const middle = x + place / 2;
      x += place;
      return { text: sign, box: { x0: middle - ink / 2, x1: middle + ink / 2, y0: at, y1: at + 7 } };
    });
    x += face === 'print' ? 2.5 : 6;
    const xs = symbols.flatMap(({ box }) => [box.x0, box.x1]);
    return { symbols, confidence: 1, box: { x0: Math.min(...xs), x1: Math.max(...xs), y0: at, y1: at + 7 } };
  });
  return { words, baseline: at + 7, box: { x0: left, x1: x, y0: at, y1: at + 7 } };
}
const found = (lines: readonly RecognisedLine[]) => lines.map((line) => fixedPitchLines(lines).has(line));

describe('fixedPitchLines', () => {
  it('tells a listing from print by the places of its signs', () => {
    const text = 'net joint.1.jog-scale <= axis.y.jog-limit';
    expect(found([lineOf(text, 'listing'), lineOf(text, 'print', 20)])).toEqual([true, false]);
    expect(found([lineOf('The filter is cleaned with hot water.', 'print')])).toEqual([false]);
  });

  it('takes short lines of that pitch for one too, and what stands beside one', () => {
    const long = lineOf('COORDINATES = XYZ kinstype=BOTH', 'listing', 20);
    const lines = [lineOf('[TRAJ]', 'listing'), long, lineOf('= 3', 'listing', 20, 400), lineOf('= 3', 'print', 60, 2)];
    expect(found(lines)).toEqual([true, true, true, false]);
    expect(found([lineOf('[TRAJ]', 'listing')])).toEqual([false]);
  });

  it('never takes a title set larger than running text, whose letters happen to stand at equal distances', () => {
    const large = ({ words, ...line }: RecognisedLine): RecognisedLine => ({
      ...line,
      words: words.map((word) => ({
        ...word,
        symbols: word.symbols.map((symbol) => ({ ...symbol, box: { ...symbol.box, x0: 2 * symbol.box.x0, x1: 2 * symbol.box.x1 } })),
      })),
    });
    const text = Array.from({ length: 4 }, (_, row) => lineOf('The filter is cleaned with hot water.', 'print', 40 + row * 12));
    expect(found([large(lineOf('Stepper Timing', 'listing')), ...text])[0]).toBe(false);
    expect(found([lineOf('Stepper Timing', 'listing'), lineOf('Servo Periods', 'listing', 20), ...text])[0]).toBe(true);
  });

  it('takes no short line for one by itself, whose signs may stand so by chance', () => {
    const text = Array.from({ length: 4 }, (_, row) => lineOf('The filter is cleaned with hot water.', 'print', 40 + row * 12));
    expect(found([lineOf('torque wrench.', 'listing'), ...text])[0]).toBe(false);
  });

  it('never takes numbers alone or Chinese, whose signs are equally wide in print', () => {
    expect(found([lineOf('1234567890 1234567890', 'listing')])).toEqual([false]);
    expect(found([lineOf('启动前检查冷却水泵的油位和轴承温度', 'listing')])).toEqual([false]);
  });
});
