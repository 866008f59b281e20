import type { Box } from '../../../kernel/index.ts';
import { around } from '../model/box-of.ts';

/** The window of a sheet that a picture shows, and its pixels. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** What of the sheet it shows, in its units. */
  readonly window: Box;
  /** Pixels a unit of the sheet. */
  readonly scale: number;
  /** Pixels from the left and from the top. */
  x(x: number): number;
  y(y: number): number;
  /** Whether a box lies in the window, in part at least. */
  shows(box: Box): boolean;
}

const WIDEST = 1_800;
const HIGHEST = 1_400;
const LEAST_SIDE = 64;
/** Heights of the marked places that the window is wide and high, so that their words can be read. */
const HEIGHTS_WIDE = 120;
const HEIGHTS_HIGH = 80;
/** Paper around all that is drawn, as a share of the longer side. */
const MARGIN = 0.01;

/** All of a sheet; of one on which the marked places would be too small to be read, what stands around them. */
export function viewOf(frame: Box, boxes: readonly Box[]): View {
  const margin = MARGIN * Math.max(frame.x1 - frame.x0, frame.y1 - frame.y0) || 1;
  const whole: Box = { x0: frame.x0 - margin, y0: frame.y0 - margin, x1: frame.x1 + margin, y1: frame.y1 + margin };
  const marked = around(boxes.map((box) => ({ box })));
  const lowest = boxes.reduce(
    (least, { y0, y1, x0, x1 }) => Math.min(least, Math.max(Math.min(y1 - y0, x1 - x0), Number.EPSILON)),
    Infinity,
  );
  const window = marked === undefined ? whole : windowAround(whole, marked, lowest);
  const [across, up] = [window.x1 - window.x0, window.y1 - window.y0];
  const scale = Math.min(WIDEST / across, HIGHEST / up);
  return {
    width: Math.max(LEAST_SIDE, Math.round(across * scale)),
    height: Math.max(LEAST_SIDE, Math.round(up * scale)),
    window,
    scale,
    x: (x) => (x - window.x0) * scale,
    y: (y) => (window.y1 - y) * scale,
    shows: ({ x0, y0, x1, y1 }) => x1 >= window.x0 && x0 <= window.x1 && y1 >= window.y0 && y0 <= window.y1,
  };
}

function windowAround(whole: Box, marked: Box, height: number): Box {
  const [x0, x1] = stretch(whole.x0, whole.x1, marked.x0, marked.x1, height * HEIGHTS_WIDE);
  const [y0, y1] = stretch(whole.y0, whole.y1, marked.y0, marked.y1, height * HEIGHTS_HIGH);
  return { x0, y0, x1, y1 };
}

/** A stretch of at least this length, and all that is marked, within the whole. */
function stretch(from: number, to: number, first: number, last: number, length: number): readonly [number, number] {
  const wanted = Math.max(length, (last - first) * 1.2);
  if (wanted >= to - from) return [from, to];
  const start = Math.min(Math.max(from, (first + last - wanted) / 2), to - wanted);
  return [start, start + wanted];
}
