import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { markBoxes } from '../../ingest/pages/mark-boxes.ts';
import type { Box } from '../../kernel/index.ts';
import { type ReadMarks, readMarks } from './read-marks.ts';
import type { PageWords } from './words-of-page.ts';

/** Three rows of two cells, as near to each other as lines of a manual. */
const ROWS = ['Casing bolts', '密封盖螺栓', 'Base bolts'].map((text, at) => ({ text, value: `${at + 1} N·m`, line: 100 + 15 * at }));
const PAGE: PageWords = {
  width: 300,
  height: 200,
  words: ROWS.flatMap(({ text, value, line }) => [
    { text, box: { x0: 40, y0: line - 7, x1: 110, y1: line } },
    { text: value, box: { x0: 160, y0: line - 7, x1: 190, y1: line } },
  ]),
};
/** Boxes as the service cites them: the whole height of a line. */
const cited = (row: number): readonly Box[] =>
  [ROWS[row]?.line ?? 0].flatMap((line) => [
    { x0: 40, y0: line - 10, x1: 110, y1: line + 3 },
    { x0: 160, y0: line - 10, x1: 190, y1: line + 3 },
  ]);

/** The page drawn with so many pixels a point, with marks, seen from a place on. */
function read(boxes: readonly Box[], scale = 2, from = { left: 0, top: 0 }): ReadMarks {
  const canvas = createCanvas(PAGE.width * scale, PAGE.height * scale);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  for (const { box } of PAGE.words)
    for (let x = box.x0; x < box.x1; x += 5) context.fillRect(x * scale, box.y0 * scale, 2.5 * scale, (box.y1 - box.y0) * scale);
  markBoxes(context, boxes, scale);
  const [width, height] = [canvas.width - from.left, canvas.height - from.top];
  const { data } = context.getImageData(from.left, from.top, width, height);
  const page = { left: -from.left, top: -from.top, width: canvas.width, height: canvas.height };
  return readMarks(PAGE, { pixels: data, width, height, page });
}

describe('the marks that a person sees', () => {
  it.each([0.6, 1, 2.5])('are told by the words under them, black letters too (%s pixels a point)', (scale) => {
    expect(read(cited(1), scale)).toEqual({ marked: ['密封盖螺栓', '2 N·m'], cut: [], beside: 0 });
  });

  it('are told of another row where they stand on another row', () => {
    expect(read(cited(0)).marked).toEqual(['Casing bolts', '1 N·m']);
    expect(read(cited(2)).marked).toEqual(['Base bolts', '3 N·m']);
  });

  it('are told to cut words where they are half a line off, or too short', () => {
    expect(read(cited(1).map((box) => ({ ...box, y0: box.y0 - 7, y1: box.y1 - 7 }))).cut).toContain('密封盖螺栓');
    expect(read(cited(1).map((box) => ({ ...box, x1: (box.x0 + box.x1) / 2 })))).toMatchObject({
      marked: [],
      cut: ['密封盖螺栓', '2 N·m'],
    });
  });

  it('are told of all words where all of the page is marked, of none where they stand on empty paper', () => {
    expect(read([{ x0: 2, y0: 2, x1: 298, y1: 198 }])).toMatchObject({ marked: PAGE.words.map(({ text }) => text) });
    const empty = read([...cited(1), { x0: 40, y0: 20, x1: 190, y1: 40 }]);
    expect(empty.marked).toEqual(['密封盖螺栓', '2 N·m']);
    expect(empty.beside).toBeGreaterThan(0.3);
    expect(read([])).toEqual({ marked: [], cut: [], beside: 0 });
  });

  it('are not told of words that are scrolled out of view', () => {
    expect(read(cited(1), 2, { left: 250, top: 0 })).toEqual({ marked: ['2 N·m'], cut: [], beside: 0 });
  });
});
