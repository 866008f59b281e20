import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { type GreyRaster, toGrey } from '../ocr/grey-raster.ts';

const FONT = 'Traced sheet';

/** A raster of what is drawn on white paper with lines of three pixels and print of 30. */
export function drawRaster(width: number, height: number, draw: (pen: SheetPen) => void): GreyRaster {
  const path = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  if (!GlobalFonts.has(FONT)) GlobalFonts.registerFromPath(path, FONT);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.lineWidth = 3;
  draw(new SheetPen(context));
  return toGrey(context.getImageData(0, 0, width, height).data, width, height);
}

export class SheetPen {
  readonly #context: SKRSContext2D;

  constructor(context: SKRSContext2D) {
    this.#context = context;
  }

  text(words: string, x: number, y: number, turn = 0): void {
    this.#context.save();
    this.#context.translate(x, y);
    this.#context.rotate((turn * Math.PI) / 180);
    this.#context.font = `30px "${FONT}"`;
    this.#context.textAlign = 'center';
    this.#context.fillText(words, 0, 0);
    this.#context.restore();
  }

  line(...points: readonly number[]): void {
    this.#trace(points);
    this.#context.stroke();
  }

  closed(...points: readonly number[]): void {
    this.#trace(points);
    this.#context.closePath();
    this.#context.stroke();
  }

  head(...points: readonly number[]): void {
    this.#trace(points);
    this.#context.closePath();
    this.#context.fill();
  }

  ring(x: number, y: number, radius: number): void {
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#context.stroke();
  }

  dashes(x0: number, y0: number, x1: number, y1: number): void {
    this.#context.setLineDash([16, 10]);
    this.line(x0, y0, x1, y1);
    this.#context.setLineDash([]);
  }

  #trace(points: readonly number[]): void {
    this.#context.beginPath();
    for (let at = 0; at + 1 < points.length; at += 2) this.#context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  }
}

/** A sheet with a frame, a vessel that feeds a valve, a transmitter on the pipe between them, a number that stands upright. */
export function drawSheet(words: { readonly vessel: string; readonly valve: string; readonly notes: readonly string[] }): GreyRaster {
  return drawRaster(2400, 1500, (pen) => {
    pen.closed(30, 30, 2370, 30, 2370, 1470, 30, 1470);
    pen.closed(300, 500, 480, 500, 480, 900, 300, 900);
    pen.text(words.vessel, 390, 960);
    pen.line(480, 700, 1200, 700);
    pen.head(1195, 700, 1165, 690, 1165, 710);
    pen.closed(1200, 670, 1200, 730, 1300, 670, 1300, 730);
    pen.text(words.valve, 1250, 650);
    pen.line(1300, 700, 1900, 700, 1900, 250);
    pen.closed(1860, 150, 1940, 150, 1940, 250, 1860, 250);
    pen.text('F-203', 1900, 130);
    pen.line(800, 700, 800, 470);
    pen.ring(800, 410, 60);
    pen.text('PT', 800, 405);
    pen.text('1003', 800, 440);
    pen.dashes(860, 410, 1140, 410);
    pen.ring(1200, 410, 60);
    pen.text('PIC', 1200, 405);
    pen.text('1003', 1200, 440);
    pen.closed(2050, 1000, 2050, 1060, 2150, 1000, 2150, 1060);
    pen.text('HV-117', 2100, 980);
    pen.text('HV-118', 2100, 700, -90);
    for (const [at, note] of words.notes.entries()) pen.text(note, 700, 1150 + at * 70);
  });
}
