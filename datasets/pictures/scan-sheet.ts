import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { createRandom } from '../demo-plant/random.ts';
import type { DrawnSheet, Shape } from '../drawn-sheets/shape.ts';
import type { SheetSet } from '../drawn-sheets/sheet-set.ts';
import { wearPaper } from './wear-paper.ts';

/** How a sheet was printed and scanned, picked by seed. */
interface ScanHabit {
  /** Pixels a millimetre of the sheet as it was drawn, on paper of any size. */
  readonly unit: number;
  readonly font: string;
  /** Width of lines in millimetres. */
  readonly pen: number;
  /** Degrees, clockwise. */
  readonly skew: number;
  readonly isWorn: boolean;
}

interface ScannedSheet {
  readonly format: 'png' | 'jpeg';
  readonly content: Uint8Array;
}

const WIDE = 841;
const HIGH = 594;
/** Size of a font by the height of its capitals. */
const SIZE = 1 / 0.73;
const QUALITY = 70;

/**
 * A sheet as a scan: resolution, font, slant and wear vary by seed and are kept over its sheets; `isWorn` says of the last
 * whatever the seed does.
 */
export async function scanSheet(
  { symbols, shapes }: DrawnSheet,
  { seed, language }: Pick<SheetSet, 'seed' | 'language'>,
  sheet: number,
  said: Partial<Pick<ScanHabit, 'isWorn'>> = {},
): Promise<ScannedSheet> {
  const random = createRandom(seed, 'scan');
  const habit: ScanHabit = {
    unit: random.pick([6, 7, 8]),
    font: fontOf(language === 'zh' || random.chance(0.4) ? 'han' : 'latin'),
    pen: random.pick([0.25, 0.35, 0.5]),
    skew: random.chance(0.4) ? random.integer(-6, 6) / 10 : 0,
    isWorn: random.chance(0.5),
    ...said,
  };
  const { unit, skew, isWorn, pen } = habit;
  const [width, height] = [WIDE * unit, HIGH * unit];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.scale(unit, unit);
  context.translate(-WIDE / 2, -HIGH / 2);
  context.lineWidth = pen;
  context.strokeStyle = 'black';
  context.fillStyle = 'black';
  const draw = (shape: Shape, high: number): void => drawShape(context, shape, high, habit.font, symbols);
  for (const shape of shapes) draw(shape, HIGH);
  if (!isWorn) return { format: 'png', content: await canvas.encode('png') };
  const noise = createRandom(seed + sheet, 'wear');
  const worn = createCanvas(width, height);
  const paper = worn.getContext('2d');
  paper.filter = 'blur(0.6px)';
  paper.drawImage(canvas, 0, 0);
  const pixels = paper.getImageData(0, 0, width, height);
  wearPaper(pixels.data, noise);
  paper.putImageData(pixels, 0, 0);
  return { format: 'jpeg', content: await worn.encode('jpeg', QUALITY) };
}

/** Fonts that come with a release. */
const FONTS = {
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  latin: 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
} as const;

function fontOf(kind: keyof typeof FONTS): string {
  const name = `Sheet ${kind}`;
  if (!GlobalFonts.has(name)) GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(FONTS[kind]), name);
  return name;
}

/** `high`: where `y` is 0, in millimetres from the top. */
function drawShape(context: SKRSContext2D, shape: Shape, high: number, font: string, symbols: DrawnSheet['symbols']): void {
  switch (shape.kind) {
    case 'circle':
      context.beginPath();
      context.arc(shape.x, high - shape.y, shape.radius, 0, 2 * Math.PI);
      context.stroke();
      return;
    case 'path': {
      const { points, isClosed, isFilled, isDashed } = shape;
      context.beginPath();
      for (let at = 0; at + 1 < points.length; at += 2) context.lineTo(points[at] ?? 0, high - (points[at + 1] ?? 0));
      if (isClosed) context.closePath();
      context.setLineDash(isDashed === true ? [2, 1] : []);
      if (isFilled === true) context.fill();
      context.stroke();
      context.setLineDash([]);
      return;
    }
    case 'text': {
      const { x, y, height, words, along, turn } = shape;
      context.save();
      context.translate(x, high - y);
      context.rotate((-turn * Math.PI) / 180);
      context.font = `${height * SIZE}px "${font}"`;
      context.textAlign = along === 0 ? 'left' : 'center';
      context.fillText(words, 0, 0);
      context.restore();
      return;
    }
    case 'use': {
      const { symbol, x, y, turn, isMirrored, attributes } = shape;
      context.save();
      context.translate(x, high - y);
      context.rotate((-turn * Math.PI) / 180);
      if (isMirrored) context.scale(-1, 1);
      for (const one of symbols.get(symbol) ?? []) drawShape(context, one, 0, font, symbols);
      context.restore();
      for (const { value, x: left, y: low, height } of attributes)
        drawShape(context, { kind: 'text', x: left, y: low, height, words: value, along: 0, turn: 0 }, high, font, symbols);
    }
  }
}
