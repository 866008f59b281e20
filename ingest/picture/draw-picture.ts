import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { assertNever } from '../../kernel/index.ts';
import { layOutPicture } from './lay-out-picture.ts';
import type { Ink, Measure, PictureItem, TextStyle } from './picture.ts';
import { PICTURE_FONT, registerFonts } from './picture-fonts.ts';
import type { PictureRequest } from './picture-request.ts';

const PAPER = '#ffffff';
const COLOURS: Readonly<Record<Ink, string>> = {
  text: '#16181d',
  soft: '#6b7280',
  line: '#c4c9d1',
  head: '#eef1f5',
  mark: '#ffe45c',
  bar: '#e07b00',
  warning: '#fdf1ea',
  'warning-edge': '#c2410c',
};
/** Some 75 megabytes of pixels: a passage of nothing but line ends is cut off below. */
const MOST_HEIGHT = 20_000;
/** Texts whose width is kept: words come again and again. */
const MOST_KEPT = 50_000;

/** Draws the passages around a citation with it marked, as PNG. It holds the thread for some hundred milliseconds: call it in the child process. */
export async function drawPicture(request: PictureRequest): Promise<Uint8Array> {
  registerFonts();
  const { width, height, items } = layOutPicture(request, measureOn(createCanvas(1, 1).getContext('2d')));
  const canvas = createCanvas(width, Math.min(MOST_HEIGHT, Math.ceil(height)));
  const context = canvas.getContext('2d');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const item of items) drawItem(context, item);
  return canvas.encode('png');
}

function drawItem(context: SKRSContext2D, item: PictureItem): void {
  switch (item.kind) {
    case 'text':
      context.font = fontOf(item.style);
      context.fillStyle = COLOURS[item.ink];
      context.fillText(item.text, item.x, item.y);
      return;
    case 'box':
      if (item.isFilled) {
        context.fillStyle = COLOURS[item.ink];
        context.fillRect(item.x, item.y, item.width, item.height);
      } else {
        context.strokeStyle = COLOURS[item.ink];
        // Lines through the middle of pixels are one pixel wide.
        context.strokeRect(item.x + 0.5, item.y + 0.5, item.width, item.height);
      }
      return;
    default:
      assertNever(item);
  }
}

function measureOn(context: SKRSContext2D): Measure {
  const kept = new Map<string, number>();
  return (text, style) => {
    const font = fontOf(style);
    const key = `${font} ${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    context.font = font;
    const { width } = context.measureText(text);
    if (kept.size < MOST_KEPT) kept.set(key, width);
    return width;
  };
}

function fontOf({ size, bold }: TextStyle): string {
  return `${bold ? 'bold ' : ''}${size}px "${PICTURE_FONT}"`;
}
