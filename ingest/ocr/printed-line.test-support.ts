import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { type GreyRaster, toGrey } from './grey-raster.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const [LEFT, FOOT, WIDE, HIGH] = [10, 46, 800, 64];

/** A line that prints `printed`, of which an engine says `read` of as many parts: the signs of each share the place of its print. */
export function printedLine(
  printed: readonly string[],
  read: readonly string[],
): { readonly line: RecognisedLine; readonly raster: GreyRaster; readonly threshold: number } {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  GlobalFonts.registerFromPath(font, 'Test');
  const canvas = createCanvas(WIDE, HIGH);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDE, HIGH);
  context.fillStyle = 'black';
  context.font = '36px Test';
  context.fillText(printed.join(''), LEFT, FOOT);
  const end = (count: number) => LEFT + context.measureText(printed.slice(0, count).join('')).width;
  const symbols = printed.flatMap((_, at) => {
    const signs = [...(read[at] ?? '')];
    const [x0, x1] = [end(at), end(at + 1) - 2];
    const place = (sign: number) => x0 + ((x1 - x0) * sign) / signs.length;
    return signs.map((text, sign) => ({ text, box: { x0: place(sign), x1: place(sign + 1), y0: FOOT - 26, y1: FOOT } }));
  });
  const box = { x0: LEFT, y0: 8, x1: end(printed.length), y1: HIGH - 8 };
  const raster = toGrey(context.getImageData(0, 0, WIDE, HIGH).data, WIDE, HIGH);
  return { line: { box, baseline: FOOT, words: [{ symbols, box, confidence: 1 }] }, raster, threshold: 128 };
}
