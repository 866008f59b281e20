import { afterAll, describe, expect, it } from 'vitest';
import type { GreyRaster } from './grey-raster.ts';
import type { RecognisedLine, TextRecogniser } from './text-recogniser.ts';

/** What an adapter brings: itself, and a raster of two level lines of which it is known what they say. */
export interface RecogniserHarness {
  open(): TextRecogniser;
  readonly sample: { readonly raster: GreyRaster; readonly dpi: number; readonly lines: readonly [string, string] };
}

const LONG = 60_000;

export function describeTextRecogniser(name: string, { open, sample }: RecogniserHarness): void {
  describe(`${name}, as any recogniser of text`, () => {
    const recogniser = open();
    afterAll(() => recogniser.close());

    async function read(raster = sample.raster): Promise<readonly RecognisedLine[]> {
      const recognised = await recogniser.recognise({ raster, dpi: sample.dpi, milliseconds: LONG });
      if (!recognised.ok) throw new Error(recognised.fault);
      return recognised.value;
    }

    it('gives the lines from top to bottom, their words from left to right', { timeout: LONG }, async () => {
      const lines = await read();
      expect(lines.map(({ words }) => words.flatMap(({ symbols }) => symbols.map(({ text }) => text)).join(''))).toEqual(
        sample.lines.map((line) => line.replaceAll(' ', '')),
      );
      for (const { words } of lines) expect(words.map(({ box }) => box.x0)).toEqual(words.map(({ box }) => box.x0).sort((a, b) => a - b));
    });

    it('gives boxes within the raster, a base line within its line, and confidences from 0 to 1', { timeout: LONG }, async () => {
      const lines = await read();
      expect(lines).not.toHaveLength(0);
      for (const { box, baseline, words } of lines) {
        expect(baseline).toBeGreaterThan(box.y0);
        expect(baseline).toBeLessThanOrEqual(box.y1 + 1);
        for (const one of [box, ...words.map((word) => word.box), ...words.flatMap(({ symbols }) => symbols.map((symbol) => symbol.box))]) {
          expect(one.x0).toBeGreaterThanOrEqual(0);
          expect(one.y0).toBeGreaterThanOrEqual(0);
          expect(one.x1).toBeLessThanOrEqual(sample.raster.width);
          expect(one.y1).toBeLessThanOrEqual(sample.raster.height);
        }
        for (const { confidence } of words) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }
    });

    it('gives equal lines for equal rasters, and after it was closed too', { timeout: LONG }, async () => {
      const first = await read();
      await recogniser.close();
      expect(await read()).toEqual(first);
    });

    it('gives nothing for an empty page', { timeout: LONG }, async () => {
      const { width, height } = sample.raster;
      expect(await read({ width, height, pixels: new Uint8Array(width * height).fill(255) })).toEqual([]);
    });

    it('names program and data', () => {
      expect(recogniser.engine).toMatch(/\S+ \S+/);
    });
  });
}
