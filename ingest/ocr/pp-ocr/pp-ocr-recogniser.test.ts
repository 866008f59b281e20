import { describe, expect, it } from 'vitest';
import { drawnLines } from '../drawn-lines.test-support.ts';
import { recognisePage } from '../recognise-page.ts';
import { describeTextRecogniser } from '../text-recogniser.contract.ts';
import type { RecognisedLine } from '../text-recogniser.ts';
import { turnRaster } from '../turn-raster.ts';
import { openPpOcr } from './pp-ocr-recogniser.ts';

describeTextRecogniser('PP-OCR', { open: openPpOcr, sample: drawnLines() });

const LONG = 60_000;
const textsOf = (lines: readonly RecognisedLine[]) =>
  lines.map(({ words }) => words.flatMap(({ symbols }) => symbols.map(({ text }) => text)).join(''));

describe('openPpOcr', () => {
  it('reads light print on a dark ground, as of screens', { timeout: LONG }, async () => {
    const recogniser = openPpOcr();
    const { raster, dpi, lines } = drawnLines('light on dark');
    const read = await recogniser.recognise({ raster, dpi, milliseconds: LONG });
    await recogniser.close();
    expect(read.ok && textsOf(read.value)).toEqual(lines.map((line) => line.replaceAll(' ', '')));
  });

  it.each([1, 2, 3] as const)('reads a page that was turned by %i quarters', { timeout: LONG }, async (quarters) => {
    const recogniser = openPpOcr();
    const { raster, dpi, lines } = drawnLines();
    const read = await recognisePage(recogniser, { raster: turnRaster(raster, quarters, 0).raster, dpi, milliseconds: LONG });
    await recogniser.close();
    expect(read.ok && textsOf(read.value.lines)).toEqual(lines.map((line) => line.replaceAll(' ', '')));
  });

  it('gives a page up that takes too long, and reads the next one', { timeout: LONG }, async () => {
    const recogniser = openPpOcr();
    const { raster, dpi } = drawnLines();
    expect(await recogniser.recognise({ raster, dpi, milliseconds: 0 })).toEqual({ ok: false, fault: 'out-of-time' });
    expect(await recogniser.recognise({ raster, dpi, milliseconds: LONG })).toMatchObject({ ok: true });
    await recogniser.close();
  });

  it('reads lines where they are told to stand, and gives none for a blank place', { timeout: LONG }, async () => {
    const recogniser = openPpOcr();
    const { raster, dpi, lines } = drawnLines();
    const found = await recogniser.findLines?.(raster, 1_600);
    const places = found?.ok === true ? [...found.value, { x0: 0, x1: 30, y0: 0, y1: 20 }] : [];
    const read = await recogniser.readLines?.({ raster, dpi, milliseconds: LONG }, places);
    await recogniser.close();
    expect(read?.ok === true && textsOf(read.value)).toEqual(lines.map((line) => line.replaceAll(' ', '')));
  });

  it('tells that its runtime runs here', { timeout: LONG }, async () => {
    const recogniser = openPpOcr();
    expect(await recogniser.runs()).toBe(true);
    await recogniser.close();
  });
});
