import type { Box, ExclusionReason } from '../../../kernel/index.ts';
import { boxOf } from '../../drawings/model/box-of.ts';
import { applied, turned } from '../../drawings/model/transform.ts';
import type { Glyph, LeftOut, LevelPlace, PageContent } from '../../layout/glyph.ts';
import { glyphText } from './glyph-text.ts';
import { apply } from './matrix.ts';
import type { PlacedGlyph, TextCursor } from './text-cursor.ts';

/** Rendering mode of text that is placed but not drawn: the text layer over a scan. */
const INVISIBLE = 3;
/** Images cover this much of a page whose invisible text is the reading of a scan. */
const SCAN_SHARE = 0.5;
/** Two equal characters nearer than this part of their size are one, drawn twice to look bold. */
const OVERPRINT = 0.15;

type Pair = readonly [number, number];

/** Collects the glyphs of a page and sorts out those that no reader of the page sees. */
export class GlyphSink {
  private readonly width: number;
  private readonly height: number;
  private readonly glyphs: Glyph[] = [];
  private readonly invisible: Glyph[] = [];
  private readonly leftOut: LeftOut[] = [];
  private readonly signs: Box[] = [];
  private readonly seen = new Map<string, Glyph[]>();
  private unmapped = 0;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  add(placed: readonly PlacedGlyph[], cursor: TextCursor, layerHidden: boolean): void {
    for (const one of placed) {
      const text = cursor.font?.unread === true && !one.glyph.isSpace ? undefined : glyphText(one.glyph.unicode);
      if (text === '') continue;
      if (text === undefined) this.unmapped += 1;
      const glyph = toGlyph(one, text ?? '\uFFFD', cursor);
      if (!Number.isFinite(glyph.x0 + glyph.x1 + glyph.y0 + glyph.y1)) continue;
      const reason = this.reasonToLeaveOut(glyph, text === undefined, layerHidden);
      if (reason !== undefined) {
        if (glyph.text !== ' ') this.leave(glyph, reason);
        if (reason === 'unmapped-glyphs') this.signs.push({ x0: glyph.x0, y0: glyph.y0, x1: glyph.x1, y1: glyph.y1 });
      } else if (cursor.renderingMode === INVISIBLE) this.invisible.push(glyph);
      else this.glyphs.push(glyph);
    }
  }

  /** Whether any text is placed and not drawn. */
  get hasInvisible(): boolean {
    return this.invisible.length > 0;
  }

  /** Invisible text counts where it lies over a scan, and is a hidden layer elsewhere. */
  finish(imageShare: number): Pick<PageContent, 'glyphs' | 'leftOut' | 'signs' | 'unmapped'> {
    if (imageShare >= SCAN_SHARE) this.glyphs.push(...this.invisible);
    else for (const glyph of this.invisible) if (glyph.text !== ' ') this.leave(glyph, 'hidden-layer');
    return { glyphs: this.glyphs, leftOut: this.leftOut, signs: this.signs, unmapped: this.unmapped };
  }

  private reasonToLeaveOut(glyph: Glyph, unmapped: boolean, layerHidden: boolean): ExclusionReason | undefined {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = (glyph.y0 + glyph.y1) / 2;
    if (x < 0 || y < 0 || x > this.width || y > this.height) return 'off-page';
    if (layerHidden) return 'hidden-layer';
    if (unmapped) return 'unmapped-glyphs';
    return glyph.text !== ' ' && this.isOverprint(glyph) ? 'hidden-layer' : undefined;
  }

  private isOverprint(glyph: Glyph): boolean {
    const column = Math.round(glyph.x0);
    const row = Math.round(glyph.baseline);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const others = this.seen.get(`${column + dx},${row + dy}`);
        if (others?.some((other) => isSame(other, glyph)) === true) return true;
      }
    }
    const key = `${column},${row}`;
    const here = this.seen.get(key);
    if (here === undefined) this.seen.set(key, [glyph]);
    else here.push(glyph);
    return false;
  }

  private leave(glyph: Glyph, reason: ExclusionReason): void {
    const { text, x0, y0, x1, y1, baseline } = glyph;
    const last = this.leftOut.at(-1);
    const box = { x0, y0, x1, y1 };
    const lastBox = last?.boxes.at(-1);
    const joins =
      last !== undefined &&
      lastBox !== undefined &&
      last.reason === reason &&
      lastBox.y0 < baseline &&
      lastBox.y1 > baseline &&
      x0 >= lastBox.x0;
    if (!joins) {
      this.leftOut.push({ text, boxes: [box], reason });
      return;
    }
    const joined = { x0: lastBox.x0, y0: Math.min(lastBox.y0, y0), x1: Math.max(lastBox.x1, x1), y1: Math.max(lastBox.y1, y1) };
    this.leftOut[this.leftOut.length - 1] = { text: last.text + text, boxes: [joined], reason };
  }
}

function isSame(one: Glyph, other: Glyph): boolean {
  const limit = OVERPRINT * one.size;
  return one.text === other.text && Math.abs(one.x0 - other.x0) <= limit && Math.abs(one.baseline - other.baseline) <= limit;
}

function toGlyph(placed: PlacedGlyph, text: string, cursor: TextCursor): Glyph {
  const { toPage, left, right, bottom, top, base } = placed;
  const corners = [apply(toPage, left, bottom), apply(toPage, right, top), apply(toPage, left, top), apply(toPage, right, bottom)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [fromX, fromY] = apply(toPage, left, base);
  const [toX, toY] = apply(toPage, left + 1, base);
  const font = cursor.font;
  const isTurned = font?.vertical === true || toX <= fromX || Math.abs(toY - fromY) > 0.05 * (toX - fromX);
  const level = isTurned && font?.vertical !== true ? levelPlace(corners, [fromX, fromY], [toX, toY]) : undefined;
  return {
    text,
    x0: Math.min(...xs),
    x1: Math.max(...xs),
    y0: Math.min(...ys),
    y1: Math.max(...ys),
    baseline: fromY,
    size: cursor.fontSize * Math.hypot(toPage[2], toPage[3]),
    bold: font?.bold === true || cursor.renderingMode === 2,
    mono: font?.mono === true,
    turned: isTurned,
    ...(level === undefined ? {} : { level }),
  };
}

function levelPlace(corners: readonly Pair[], from: Pair, to: Pair): LevelPlace {
  const degrees = (Math.atan2(from[1] - to[1], to[0] - from[0]) * 180) / Math.PI;
  // Glyphs of one line are to be turned alike, whatever the last digits of their places.
  const turn = (Math.round(degrees * 10) / 10 + 360) % 360;
  const level = ([x, y]: Pair) => applied(turned(turn), { x, y });
  const box = boxOf(corners.map(level).flatMap(({ x, y }) => [x, y])) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { ...box, baseline: level(from).y, turn };
}
