import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { type GreyRaster, toGrey } from './grey-raster.ts';

const LINES = ['检查轴承温度 V-105', 'Tighten to 85 kPa'] as const;
const DPI = 200;
const COLOURS = { 'dark on light': ['white', 'black'], 'light on dark': ['#202428', '#e8f0e0'] } as const;

/** Two level lines as a raster, and what they say. */
export function drawnLines(manner: keyof typeof COLOURS = 'dark on light'): {
  readonly raster: GreyRaster;
  readonly dpi: number;
  readonly lines: readonly [string, string];
} {
  const font = 'NotoSansSC_400Regular.ttf';
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${font}`), 'Test');
  const [ground, print] = COLOURS[manner];
  const canvas = createCanvas(620, 190);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, 620, 190);
  context.fillStyle = print;
  context.font = '44px Test';
  LINES.forEach((line, index) => {
    context.fillText(line, 40, 70 + index * 80);
  });
  return { raster: toGrey(context.getImageData(0, 0, 620, 190).data, 620, 190), dpi: DPI, lines: LINES };
}
