import { describe, expect, it } from 'vitest';
import { drawn } from './drawn-table.test-support.ts';
import { inkThreshold } from './ink-threshold.ts';
import { onItsOwnInk } from './own-ink.ts';
import { placeSymbols } from './place-symbols.ts';
import type { RecognisedLine } from './text-recogniser.ts';

/** A line whose box reaches down into the letters of the next one, whose upper ends stand in it. */
function lineOf(text: string, box: RecognisedLine['box']): RecognisedLine {
  const wide = (box.x1 - box.x0) / text.length;
  const symbols = [...text].map((sign, at) => ({ text: sign, box: { ...box, x0: box.x0 + at * wide, x1: box.x0 + (at + 1) * wide } }));
  return { box, baseline: box.y1, words: [{ symbols, box, confidence: 1 }] };
}

describe('onItsOwnInk', () => {
  // Ten bars for letters, those of the next line eight points below them.
  const raster = drawn((pen) => {
    pen.fillStyle = 'black';
    for (let letter = 0; letter < 10; letter += 1) {
      pen.fillRect(20 + letter * 12, 20, 5, 14);
      pen.fillRect(20 + letter * 12, 42, 5, 14);
    }
  });
  const threshold = inkThreshold(raster);
  const scale = raster.width / 200;
  const line = lineOf('nnnnnnnnnn', { x0: 18 * scale, x1: 136 * scale, y0: 18 * scale, y1: 45 * scale });

  it('leaves a line its own letters alone, and says where they stand on the page', () => {
    const own = onItsOwnInk(line, raster, threshold);
    const placed = own.onPage(placeSymbols(own.line, own.raster, threshold));
    const ends = placed.words.flatMap(({ symbols }) => symbols.map(({ box }) => Math.round(box.y1 / scale)));
    expect(new Set(ends)).toEqual(new Set([34]));
    expect(
      placeSymbols(line, raster, threshold).words.flatMap(({ symbols }) => symbols.map(({ box }) => Math.round(box.y1 / scale))),
    ).toContain(45);
    expect(Math.round((placed.words[0]?.symbols[9]?.box.x0 ?? 0) / scale)).toBe(128);
    expect(own.onPage(own.line)).toEqual(line);
  });
});
