import { describe, expect, it } from 'vitest';
import { drawnLines } from './drawn-lines.test-support.ts';
import { knownTexts } from './known-texts.test-support.ts';
import { openTesseract } from './tesseract-recogniser.ts';
import { describeTextRecogniser } from './text-recogniser.contract.ts';

const sample = drawnLines();

describeTextRecogniser('tesseract.js', { open: openTesseract, sample });

describeTextRecogniser('the recogniser that is told', {
  open: () => knownTexts(() => sample.lines.map((text, index) => ({ text, x: 14, y: 25 + index * 29, size: 16 }))),
  sample,
});

describe('openTesseract', () => {
  it('gives a page up that takes too long, and reads the next one', { timeout: 60_000 }, async () => {
    const recogniser = openTesseract();
    try {
      expect(await recogniser.recognise({ raster: sample.raster, dpi: sample.dpi, milliseconds: 1 })).toEqual({
        ok: false,
        fault: 'out-of-time',
      });
      expect(await recogniser.recognise({ raster: sample.raster, dpi: sample.dpi, milliseconds: 50_000 })).toMatchObject({ ok: true });
    } finally {
      await recogniser.close();
    }
  });
});
