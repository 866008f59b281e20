import { describe, expect, it } from 'vitest';
import type { GreyRaster } from './grey-raster.ts';
import { placeSymbols } from './place-symbols.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const SIZE = 40;
const TOP = 20;

/** A line of ink: each piece from one column to another, as high as a letter or from another row on, in pixels. */
function inked(...pieces: readonly (readonly [number, number, number?])[]): GreyRaster {
  const raster = { width: 600, height: 80, pixels: new Uint8Array(600 * 80).fill(255) };
  for (const [from, to, top = TOP + 4] of pieces)
    for (let y = top; y < TOP + 34; y += 1) raster.pixels.fill(0, y * 600 + from, y * 600 + to);
  return raster;
}

/** What an engine says of it: words with all characters at one place of their own, as bad as can be. */
function said(words: readonly (readonly [string, number])[]): RecognisedLine {
  return {
    words: words.map(([text, x]) => {
      const box = { x0: x, x1: x + 10, y0: TOP, y1: TOP + 38 };
      return { symbols: [...text].map((sign) => ({ text: sign, box })), box, confidence: 0.9 };
    }),
    box: { x0: 10, x1: 590, y0: TOP, y1: TOP + 0.95 * SIZE },
    baseline: TOP + 34,
  };
}

function boxes({ words }: RecognisedLine): number[][] {
  return words.flatMap(({ symbols }) => symbols.map(({ box }) => [box.x0, box.x1]));
}

describe('placeSymbols', () => {
  it('gives each character the ink of its columns, a Chinese one all of its parts', () => {
    const ink = inked([20, 38], [42, 55], [62, 96], [110, 130], [134, 152]);
    expect(
      boxes(
        placeSymbols(
          said([
            ['阀泵', 20],
            ['12', 80],
          ]),
          ink,
          128,
        ),
      ),
    ).toEqual([
      [20, 55],
      [62, 96],
      [110, 130],
      [134, 152],
    ]);
  });

  it('parts the ink of letters that touch', () => {
    const [[, end] = [], [start] = []] = boxes(placeSymbols(said([['nu', 20]]), inked([20, 58]), 128));
    expect(end).toBe(start);
    expect(Math.abs((end ?? 0) - 39)).toBeLessThanOrEqual(2);
  });

  it('gives no character the edge of a field beside which the line begins', () => {
    const ink = inked([8, 12, 0], [20, 38], [42, 55]);
    ink.pixels.forEach((_, at) => {
      if (at % 600 >= 8 && at % 600 < 12) ink.pixels[at] = 0;
    });
    expect(boxes(placeSymbols(said([['AB', 20]]), ink, 128))).toEqual([
      [20, 38],
      [42, 55],
    ]);
  });

  it('leaves a line as it is whose ink is not that of its characters', () => {
    const line = said([['Rated power', 20]]);
    expect(placeSymbols(line, inked([20, 560]), 128)).toEqual({ ...line, misfit: Number.POSITIVE_INFINITY });
  });

  it('doubts a number between the digits of which stands ink that was not recognised, or a space', () => {
    const confidences = (line: RecognisedLine, ink: GreyRaster) => placeSymbols(line, ink, 128).words.map(({ confidence }) => confidence);
    const digits = inked([20, 38], [42, 60], [120, 140]);
    expect(
      confidences(
        said([
          ['12', 20],
          ['泵', 120],
        ]),
        digits,
      ),
    ).toEqual([0.9, 0.9]);
    expect(confidences(said([['12', 20]]), inked([20, 38], [43, 47], [52, 70]))).toEqual([0.2]);
    expect(confidences(said([['.5', 44]]), inked([20, 38], [43, 47], [52, 70]))).toEqual([0.2]);
    expect(confidences(said([['.5', 20]]), inked([20, 38], [43, 61]))).toEqual([0.2]);
    expect(confidences(said([['.5', 20]]), inked([20, 24, TOP + 30], [29, 47]))).toEqual([0.9]);
    expect(
      confidences(
        said([
          ['10', 20],
          ['5', 90],
        ]),
        inked([20, 38], [42, 60], [90, 108]),
      ),
    ).toEqual([0.2, 0.2]);
  });
});
