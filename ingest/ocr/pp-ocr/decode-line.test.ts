import { describe, expect, it } from 'vitest';
import { decodeLine } from './decode-line.ts';
import { signTable } from './sign-table.ts';

const SIGNS = ['', '泵', 'P', '1', ' ', '-', '–', ':', '：'];
const TABLE = signTable(SIGNS);

/** A step is the sign that it is and its chance; the others share the rest. */
function chancesOf(steps: readonly (readonly [number, number])[]): { steps: number; signs: number; chances: Float32Array } {
  const chances = new Float32Array(steps.length * SIGNS.length);
  steps.forEach(([sign, chance], step) => {
    chances.fill((1 - chance) / (SIGNS.length - 1), step * SIGNS.length, (step + 1) * SIGNS.length);
    chances[step * SIGNS.length + sign] = chance;
  });
  return { steps: steps.length, signs: SIGNS.length, chances };
}

describe('decodeLine', () => {
  it('takes equal signs in a row for one, at the middle of their steps and as sure as the surest', () => {
    const decoded = decodeLine(
      chancesOf([
        [1, 0.6],
        [1, 0.9],
        [1, 0.7],
        [0, 0.9],
        [2, 0.8],
      ]),
      TABLE,
    );
    expect(decoded.map(({ text, step }) => [text, step])).toEqual([
      ['泵', 1],
      ['P', 4],
    ]);
    expect(decoded[0]?.confidence).toBeCloseTo(0.9, 5);
  });

  it('keeps a sign that is written twice, since a blank lies between', () => {
    expect(
      decodeLine(
        chancesOf([
          [3, 0.9],
          [0, 0.9],
          [3, 0.9],
        ]),
        TABLE,
      ).map(({ text }) => text),
    ).toEqual(['1', '1']);
  });

  it('gives nothing for blanks alone', () => {
    expect(
      decodeLine(
        chancesOf([
          [0, 0.9],
          [0, 0.8],
        ]),
        TABLE,
      ),
    ).toEqual([]);
  });

  it.each([
    [5, 6],
    [7, 8],
  ])('is as sure of a sign as of it and those that look like it together', (sign, other) => {
    const one = chancesOf([[sign, 0.5]]);
    one.chances.fill(0.01);
    one.chances[sign] = 0.5;
    one.chances[other] = 0.4;
    const [decoded] = decodeLine(one, TABLE);
    expect(decoded?.text).toBe(SIGNS[sign]);
    expect(decoded?.confidence).toBeCloseTo(0.9, 5);
  });
});
