import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { toGrey } from './grey-raster.ts';
import { settleCheckBoxes } from './settle-check-boxes.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const THRESHOLD = 128;
const [WIDE, HIGH] = [400, 64];
const [LEFT, TOP, SIDE] = [12, 16, 30];

/** What a line is taken for that an engine reads as these words, each with its left edge, where something is drawn. */
function settledLine(draw: (context: SKRSContext2D) => void, ...words: readonly (readonly [text: string, left: number])[]) {
  const canvas = createCanvas(WIDE, HIGH);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDE, HIGH);
  context.fillStyle = 'black';
  context.lineWidth = 3;
  draw(context);
  const line: RecognisedLine = {
    box: { x0: 4, y0: 6, x1: WIDE - 4, y1: HIGH - 6 },
    baseline: TOP + SIDE,
    words: words.map(([text, left]) => {
      const box = { x0: left, y0: TOP, x1: left + SIDE, y1: TOP + SIDE };
      return { box, confidence: 1, symbols: [...text].map((symbol) => ({ text: symbol, box })) };
    }),
  };
  return settleCheckBoxes(line, toGrey(context.getImageData(0, 0, WIDE, HIGH).data, WIDE, HIGH), THRESHOLD);
}
const textOf = ({ words }: RecognisedLine) => words.map(({ symbols }) => symbols.map(({ text }) => text).join('')).join(' ');

const frame = (context: SKRSContext2D) => context.strokeRect(LEFT, TOP, SIDE, SIDE);
function stroke(context: SKRSContext2D, ...points: readonly (readonly [x: number, y: number])[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(LEFT + x * SIDE, TOP + y * SIDE);
  context.stroke();
}
function cross(context: SKRSContext2D): void {
  stroke(context, [0, 0], [1, 1]);
  stroke(context, [1, 0], [0, 1]);
}
function bars(context: SKRSContext2D): void {
  for (const x of [80, 100, 120]) context.fillRect(x, TOP, 6, SIDE);
}
function allOf(...draws: readonly ((context: SKRSContext2D) => void)[]) {
  return (context: SKRSContext2D) => {
    for (const draw of draws) draw(context);
  };
}

describe('settleCheckBoxes', () => {
  it.each(['口', '0', 'D'])('takes a closed square for a box to be ticked that an engine reads as %s, and keeps what was read', (read) => {
    const line = settledLine(frame, [read, LEFT]);
    expect(textOf(line)).toBe('□');
    expect(line.words[0]?.symbols[0]?.recognised).toBe(read);
  });

  it('takes one with both diagonals for a crossed box', () => {
    expect(textOf(settledLine(allOf(frame, cross), ['α', LEFT]))).toBe('☒');
  });

  it.each([
    ['Oil', 'Oil'],
    ['油位', '油位'],
  ])('finds it before the words of a line: %s', (words, kept) => {
    expect(textOf(settledLine(allOf(frame, bars), ['口', LEFT], [words, 80]))).toBe(`□ ${kept}`);
  });

  it('leaves a character that stands next to others, as in 口径, as it is', () => {
    const drawn = (context: SKRSContext2D) => {
      frame(context);
      context.fillRect(LEFT + SIDE + 6, TOP, 6, SIDE);
    };
    expect(textOf(settledLine(drawn, ['口径', LEFT]))).toBe('口径');
  });

  it.each<[what: string, read: string, draw: (context: SKRSContext2D) => void]>([
    [
      'a round letter',
      'O',
      (context) => {
        context.beginPath();
        context.ellipse(LEFT + SIDE / 2, TOP + SIDE / 2, SIDE / 2, SIDE / 2, 0, 0, 2 * Math.PI);
        context.stroke();
      },
    ],
    [
      'a square with a bar in it',
      '日',
      (context) => {
        frame(context);
        stroke(context, [0, 0.5], [1, 0.5]);
      },
    ],
    ['a cross alone', 'X', cross],
    ['an open square', 'U', (context) => stroke(context, [0, 0], [0, 1], [1, 1], [1, 0])],
    ['a filled square', '■', (context) => context.fillRect(LEFT, TOP, SIDE, SIDE)],
  ])('leaves %s as it is', (_, read, draw) => {
    expect(textOf(settledLine(draw, [read, LEFT]))).toBe(read);
  });
});
