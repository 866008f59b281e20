import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const FONT = 'NotoSansSC_400Regular.ttf';
const SIZE = 40;
const [WIDTH, HEIGHT] = [1_200, 900] as const;
const NOISE = 22;

interface PanelLook {
  /** Light letters on a dark screen, as most operator panels have; else dark ones on light, as nameplates do. */
  readonly isDark?: boolean;
  /** Degrees, clockwise, by which it was held askew. */
  readonly skew?: number;
}

/** A photo of a panel as a JPEG: rows of cells, held a little askew, with the noise of a camera. Equal arguments give equal bytes. */
export async function alarmPanel(rows: readonly (readonly string[])[], { isDark = false, skew = 1.5 }: PanelLook = {}): Promise<Buffer> {
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${FONT}`), 'Panel');
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#8b8d88';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate((skew * Math.PI) / 180);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  context.fillStyle = isDark ? '#14202c' : '#eceae2';
  context.fillRect(60, 60, WIDTH - 120, HEIGHT - 120);
  context.fillStyle = isDark ? '#f2f4f5' : '#16181a';
  context.font = `${SIZE}px Panel`;
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      context.fillText(cell, 110 + column * 360, 160 + row * SIZE * 2.1);
    });
  });
  const pixels = context.getImageData(0, 0, WIDTH, HEIGHT);
  let state = 1;
  for (let at = 0; at < pixels.data.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = (state / 2 ** 32 - 0.5) * NOISE;
    for (let colour = 0; colour < 3; colour += 1) pixels.data[at + colour] = (pixels.data[at + colour] ?? 0) + noise;
  }
  const noisy = createCanvas(WIDTH, HEIGHT);
  noisy.getContext('2d').putImageData(pixels, 0, 0);
  return noisy.encode('jpeg', 80);
}
