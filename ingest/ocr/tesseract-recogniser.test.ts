import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { type GreyRaster, toGrey } from './grey-raster.ts';
import { knownTexts } from './known-texts.test-support.ts';
import { openTesseract } from './tesseract-recogniser.ts';
import { describeTextRecogniser } from './text-recogniser.contract.ts';

const LINES = ['检查轴承温度 V-105', 'Tighten to 85 kPa'] as const;
const DPI = 200;

function drawn(): GreyRaster {
  const font = 'NotoSansSC_400Regular.ttf';
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${font}`), 'Test');
  const canvas = createCanvas(620, 190);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 620, 190);
  context.fillStyle = 'black';
  context.font = '44px Test';
  LINES.forEach((line, index) => {
    context.fillText(line, 40, 70 + index * 80);
  });
  return toGrey(context.getImageData(0, 0, 620, 190).data, 620, 190);
}

const sample = { raster: drawn(), dpi: DPI, lines: LINES };

describeTextRecogniser('tesseract.js', { open: openTesseract, sample });

describeTextRecogniser('the recogniser that is told', {
  open: () => knownTexts(() => LINES.map((text, index) => ({ text, x: 14, y: 25 + index * 29, size: 16 }))),
  sample,
});

describe('openTesseract', () => {
  it('gives a page up that takes too long, and reads the next one', { timeout: 60_000 }, async () => {
    const recogniser = openTesseract();
    try {
      expect(await recogniser.recognise({ raster: sample.raster, dpi: DPI, milliseconds: 1 })).toEqual({ ok: false, fault: 'out-of-time' });
      expect(await recogniser.recognise({ raster: sample.raster, dpi: DPI, milliseconds: 50_000 })).toMatchObject({ ok: true });
    } finally {
      await recogniser.close();
    }
  });
});
