import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const FONT = 'NotoSansSC_400Regular.ttf';
const SIZE = 30;
const ROW = 60;
const MARGIN = 20;

/** A ruled table as a PNG without transparency, as one is pasted into a manual; `columns`: their widths in pixels. Equal arguments give equal bytes. */
export async function tablePicture(rows: readonly (readonly string[])[], columns: readonly number[]): Promise<Buffer> {
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${FONT}`), 'Table');
  const wide = columns.reduce((sum, width) => sum + width, 0);
  const canvas = createCanvas(wide + 2 * MARGIN, rows.length * ROW + 2 * MARGIN);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.strokeStyle = 'black';
  context.lineWidth = 2;
  context.font = `${SIZE}px Table`;
  rows.forEach((cells, row) => {
    let x = MARGIN;
    columns.forEach((width, column) => {
      context.strokeRect(x, MARGIN + row * ROW, width, ROW);
      context.fillText(cells[column] ?? '', x + 14, MARGIN + row * ROW + 42);
      x += width;
    });
  });
  return canvas.encode('png');
}
