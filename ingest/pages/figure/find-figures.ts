import type { Box } from '../../../kernel/index.ts';
import { enclose, isWhite } from '../../layout/glyph.ts';

/** An image that a page paints. */
export interface PaintedImage {
  /** Points, cut at the edges of the page. */
  readonly box: Box;
  /** By which pdf.js keeps its pixels; absent where these come with the operator. */
  readonly name?: string;
  /** Pixels across. */
  readonly width: number;
}

/** A picture of one image, or of several that lie edge to edge. */
export interface FigurePlace {
  readonly box: Box;
  readonly images: readonly PaintedImage[];
}

/** Smaller pictures, in points, are signs: a line of print with a few words in it is wider, or as high. */
const LEAST = { width: 72, height: 20 } as const;
/** Parts of one picture lie no further apart, in points. */
const TOUCHING = 1;
/** A page of more pictures paints something else with them: signs, shadows, patterns. */
const MOST = 100;
/** Fields that a picture is looked at by, each way, and the share of them with text over it from which it is what lies behind text. */
const FIELDS = 10;
const BEHIND_TEXT = 0.5;

type Placed = Box & { readonly text: string };

/** The pictures of a page that may say something of their own, top to bottom; `glyphs`: what of its text is seen. */
export function findFigures(images: readonly PaintedImage[], glyphs: readonly Placed[]): readonly FigurePlace[] {
  const whole = joined(images).filter(({ box }) => box.x1 - box.x0 >= LEAST.width && box.y1 - box.y0 >= LEAST.height);
  if (whole.length > MOST) return [];
  return whole.filter(({ box }) => sharePrintedOver(box, glyphs) < BEHIND_TEXT).sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** Strips and tiles as the picture that they make up, and what is painted over another as one with it. */
function joined(images: readonly PaintedImage[]): readonly FigurePlace[] {
  let places: FigurePlace[] = [];
  for (const image of images) {
    let place: FigurePlace = { box: image.box, images: [image] };
    for (let at = places.findIndex(({ box }) => isOnePicture(box, place.box)); at >= 0; ) {
      const other = places[at];
      if (other === undefined) break;
      places = places.filter((one) => one !== other);
      place = { box: enclose([other.box, place.box]) ?? place.box, images: [...other.images, ...place.images] };
      at = places.findIndex(({ box }) => isOnePicture(box, place.box));
    }
    places.push(place);
    // Patterns of thousands of dots are no pictures, and comparing each with all others has no end.
    if (places.length > 4 * MOST) return [];
  }
  return places;
}

function isOnePicture(one: Box, other: Box): boolean {
  const across = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const down = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  if (across < -TOUCHING || down < -TOUCHING) return false;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= TOUCHING;
  if (isNear(one.x0, other.x0) && isNear(one.x1, other.x1)) return true;
  if (isNear(one.y0, other.y0) && isNear(one.y1, other.y1)) return true;
  const smaller = Math.min(areaOf(one), areaOf(other));
  return across > 0 && down > 0 && across * down >= 0.5 * smaller;
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0);
}

function sharePrintedOver(box: Box, glyphs: readonly Placed[]): number {
  const printed = new Set<number>();
  const field = (at: number, from: number, to: number) => Math.floor((FIELDS * (at - from)) / Math.max(1, to - from));
  for (const { text, x0, x1, y0, y1 } of glyphs) {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (isWhite(text) || x < box.x0 || x >= box.x1 || y < box.y0 || y >= box.y1) continue;
    printed.add(field(y, box.y0, box.y1) * FIELDS + field(x, box.x0, box.x1));
  }
  return printed.size / FIELDS ** 2;
}
