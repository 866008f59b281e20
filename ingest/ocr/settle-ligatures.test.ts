import { describe, expect, it } from 'vitest';
import type { Box } from '../../kernel/index.ts';
import { settleLigatures } from './settle-ligatures.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const [HIGH, FOOT, WIDTH] = [30, 40, 120];

/** What is drawn: filled boxes, x and y from the left and the foot of the sign. */
type Strokes = readonly (readonly [x0: number, x1: number, y0: number, y1: number])[];
const F: Strokes = [
  [4, 8, 0, 28],
  [6, 14, 26, 30],
];
const BAR: Strokes = [[0, 19, 17, 20]];
const SHAPES: Readonly<Record<string, Strokes>> = {
  fl: [...F, ...BAR, [14, 18, 0, 30]],
  fi: [...F, ...BAR, [14, 18, 0, 20], [13, 17, 25, 29]],
  ff: [...F, [0, 25, 17, 20], [14, 18, 0, 28], [16, 24, 26, 30]],
  // The serif of an r under the hook of an f: their columns overlap, and they do not touch.
  fr: [...F, [0, 10, 17, 20], [12, 15, 17, 20], [14, 18, 0, 20], [18, 21, 16, 20]],
  f: [...F, [0, 16, 17, 20]],
};

/** A line of a capital, of a sign that is drawn and read as an f, and of what is read behind it. */
function settled(drawn: keyof typeof SHAPES, behind = 'ow', isTouching = false): string {
  const pixels = new Uint8Array(WIDTH * (FOOT + 10)).fill(255);
  const strokes = SHAPES[drawn] ?? [];
  const left = 30;
  for (const [x0, x1, y0, y1] of strokes)
    for (let y = FOOT - y1; y < FOOT - y0; y += 1) pixels.fill(0, y * WIDTH + left + x0, y * WIDTH + left + x1);
  const [start, end] = [Math.min(...strokes.map(([x0]) => x0)), Math.max(...strokes.map(([, x1]) => x1))];
  const own: Box = { x0: left + start, x1: left + end, y0: FOOT - HIGH, y1: FOOT };
  const next = (at: number): Box => ({
    x0: own.x1 + 3 + at * 20 - (isTouching && at === 0 ? 3 : 0),
    x1: own.x1 + 18 + at * 20,
    y0: FOOT - 20,
    y1: FOOT,
  });
  const symbols = [{ text: 'f', box: own }, ...[...behind].map((text, at) => ({ text, box: next(at) }))];
  const capital = { text: 'A', box: { x0: 2, x1: 22, y0: FOOT - HIGH, y1: FOOT } };
  const box = { x0: 0, x1: WIDTH, y0: FOOT - HIGH, y1: FOOT };
  const words = [[capital], symbols].map((signs) => ({ symbols: signs, box, confidence: 1 }));
  const line: RecognisedLine = { box, baseline: FOOT, words };
  const [, word] = settleLigatures(line, { width: WIDTH, height: FOOT + 10, pixels }, 128).words;
  return (word?.symbols ?? []).map(({ text, recognised }) => (recognised === undefined ? text : `${recognised}=${text}`)).join(' ');
}

describe('settleLigatures', () => {
  it('reads both letters of one sign, told by its second stem, what stands above it and how far its bar goes', () => {
    expect(settled('fl')).toBe('f=fl o w');
    expect(settled('fi')).toBe('f=fi o w');
    expect(settled('ff')).toBe('f=ff o w');
  });

  it('leaves an f alone, and one under whose hook the next letter begins', () => {
    expect(settled('f')).toBe('f o w');
    expect(settled('fr')).toBe('f o w');
  });

  it('adds no letter that was read, and none where another one of the word has no ink of its own', () => {
    expect(settled('fl', 'low')).toBe('f l o w');
    expect(settled('fl', 'ow', true)).toBe('f o w');
  });
});
