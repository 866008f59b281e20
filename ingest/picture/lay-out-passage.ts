import { assertNever } from '../../kernel/index.ts';
import { layOutLines, lineHeight } from './lay-out-lines.ts';
import { type Ink, lowered, type Measure, type PictureItem, type Strip, type TextStyle } from './picture.ts';
import type { PicturePassage } from './picture-passage.ts';

interface Clothes {
  readonly style: TextStyle;
  readonly ink: Ink;
  /** Pixels above and below. */
  readonly above: number;
  readonly below: number;
}

const PLAIN: Clothes = { style: { size: 16, bold: false }, ink: 'text', above: 4, below: 6 };
const CAPTION: Clothes = { style: { size: 15, bold: true }, ink: 'soft', above: 8, below: 2 };
const HEADING_SIZES = [25, 21, 19, 17];
const INDENT = 32;
const DEEPEST = 6;
const BULLET = '•';
const WARNING_PADDING = 14;
const WARNING_EDGE = 4;

/** A passage that is not shown as a row of a table: its words in the clothes of its kind, an item behind its marker. */
export function layOutPassage(passage: PicturePassage, x: number, width: number, measure: Measure): Strip {
  const { style, ink: usual, above, below } = clothesOf(passage);
  // Cited words stand out from their ground.
  const ink = passage.isCited ? 'text' : usual;
  const isHeading = passage.kind === 'heading';
  const level = Math.min(DEEPEST, isHeading ? 1 : (passage.level ?? 1));
  const marker = markerOf(passage);
  const markerStyle = { ...style, bold: isHeading };
  const padding = passage.kind === 'warning' ? WARNING_PADDING : 0;
  const indent = (passage.inList && !isHeading ? level * INDENT : 0) + padding;
  const markerWidth = marker === undefined ? 0 : measure(marker, markerStyle) + 8;
  const begin = x + Math.max(indent, isHeading || !passage.inList ? indent + markerWidth : markerWidth);
  const lines = layOutLines(passage.content, { x: begin, width: x + width - padding - begin, style, ink }, measure);
  const items: PictureItem[] = [];
  const height = above + lines.height + below;
  if (passage.kind === 'warning') {
    items.push({
      kind: 'box',
      x: x + indent - padding,
      y: above - 2,
      width: width - indent + padding,
      height: lines.height + 4,
      ink: 'warning',
      isFilled: true,
    });
    items.push({
      kind: 'box',
      x: x + indent - padding,
      y: above - 2,
      width: WARNING_EDGE,
      height: lines.height + 4,
      ink: 'warning-edge',
      isFilled: true,
    });
  }
  if (marker !== undefined) {
    const base = lines.items.find((item) => item.kind === 'text')?.y ?? lineHeight(style);
    items.push({ kind: 'text', x: begin - markerWidth, y: above + base, text: marker, style: markerStyle, ink });
  }
  return { height, items: [...items, ...lowered(lines.items, above)] };
}

function clothesOf({ kind, level = 1 }: PicturePassage): Clothes {
  switch (kind) {
    case 'heading': {
      const size = HEADING_SIZES[Math.min(level, HEADING_SIZES.length) - 1] ?? PLAIN.style.size;
      return { style: { size, bold: true }, ink: 'text', above: size - 7, below: 6 };
    }
    case 'caption':
      return CAPTION;
    case 'warning':
      return { ...PLAIN, above: 8, below: 8 };
    case 'paragraph':
    case 'step':
    case 'table-row':
    case 'table':
    case 'log-entry':
    case 'drawing-label':
    case 'definition':
      return PLAIN;
    default:
      return assertNever(kind);
  }
}

function markerOf({ kind, marker, level, inList }: PicturePassage): string | undefined {
  if (marker !== undefined) return /[\p{L}\p{Nd}]$/u.test(marker) ? `${marker}.` : marker;
  return inList && level !== undefined && kind !== 'heading' ? BULLET : undefined;
}
