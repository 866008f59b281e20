import { afterAll, describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { readSheet } from '../drawings/interpret/read-sheet.ts';
import { openTesseract } from '../ocr/tesseract-recogniser.ts';
import { turnQuarters } from '../ocr/turn-raster.ts';
import { drawRaster, drawSheet } from './draw-sheet.test-support.ts';
import { recogniseSheet } from './recognise-sheet.ts';
import type { PrintedSheet } from './sheet-of-print.ts';

const recogniser = openTesseract();
afterAll(() => recogniser.close());
const grammar = siteGrammar([]);
const WORDS = {
  en: { vessel: 'V-201', valve: 'HV-101', notes: ['1. ALL DRAINS AT LOW POINTS.'] },
  zh: { vessel: 'V-201', valve: 'HV-101', notes: ['1. 所有低点应设排放阀。'] },
} as const;

async function recognised(raster: ReturnType<typeof drawSheet>): Promise<PrintedSheet | undefined> {
  const read = await recogniseSheet({ name: '1', raster, dpi: 200, recogniser, grammar, milliseconds: 60_000 });
  if (!read.ok) throw new Error(read.fault);
  return read.value;
}

describe('a sheet in a picture', () => {
  it.each(['en', 'zh'] as const)('gives tags, balloons of two rows, upright tags and notes (%s)', async (language) => {
    const printed = await recognised(drawSheet(WORDS[language]));
    if (printed === undefined) throw new Error('taken for no drawing');
    const { drafts } = readSheet(printed.sheet, grammar, false);
    const texts = drafts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['V-201', 'HV-101', 'F-203', 'PT1003', 'PIC1003', 'HV-118']));
    expect(texts.some((text) => text.startsWith(WORDS[language].notes[0].slice(0, 6)))).toBe(true);
    for (const { words } of printed.printed.values()) for (const { confidence } of words) expect(confidence).toBeLessThanOrEqual(1);
  });

  it('tells what a line with an arrow leads to, never more surely than lines are followed in a picture', async () => {
    const printed = await recognised(drawSheet(WORDS.en));
    if (printed === undefined) throw new Error('taken for no drawing');
    const drawn = readSheet(printed.sheet, grammar, false).drafts.flatMap((draft) => draft.drawn ?? []);
    const links = drawn.filter(({ otherIs }) => otherIs === 'tag');
    expect(links).toContainEqual(expect.objectContaining({ kind: 'feeds', own: 'V-201', other: 'HV-101' }));
    expect(links).toContainEqual(expect.objectContaining({ kind: 'feeds', own: 'HV-101', other: 'F-203' }));
    for (const { confidence } of links) expect(confidence).toBeLessThanOrEqual(0.7);
  });

  it('has its places on the picture as that is shown, however it lies', async () => {
    const printed = await recognised(turnQuarters(drawSheet(WORDS.en), 1));
    const id = [...(printed?.printed ?? [])].find(([, { text }]) => text === 'V-201')?.[0];
    const text = printed?.sheet.elements.find((element) => element.id === id);
    if (printed === undefined || text === undefined) throw new Error('V-201 was not read');
    const { x0, x1, y0, y1 } = printed.shown(text.box);
    // A quarter turn against the clock: x is y of the sheet, y what is left of its width.
    expect((x0 + x1) / 2).toBeCloseTo((950 * 72) / 200, -1);
    expect((y0 + y1) / 2).toBeCloseTo(((2400 - 390) * 72) / 200, -1);
  });

  it('is none where a page holds running text', async () => {
    const page = drawRaster(1600, 1200, (pen) => {
      for (let row = 0; row < 20; row += 1) pen.text('The pump is stopped before its bearing is looked at.', 800, 100 + row * 50);
    });
    expect(await recognised(page)).toBeUndefined();
  });
});
