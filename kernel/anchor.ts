import { assertNever } from './assert-never.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** Rectangle in PDF points (1/72 inch), origin top left, after page rotation; x0 ≤ x1, y0 ≤ y1. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Where in a document something stands. One kind of document has one kind of anchor, save that pictures of a workbook have blocks. Pages
 * and rows count from 1.
 */
export type Anchor = PageAnchor | BlockAnchor | RowAnchor | DrawingAnchor;

/** PDF: several boxes where a span runs over several lines. */
export interface PageAnchor {
  readonly kind: 'page';
  readonly page: number;
  readonly boxes: readonly Box[];
}

/**
 * DOCX, DOC, PPTX, HTML, Markdown, text: path of the block (`section/2/paragraph/5`, `slide/3/section/1/step/2`) and UTF-16 offsets in its
 * text. What was recognised in a picture of the document (`section/2/picture/1/text/3`, of a
 * workbook `sheet/Torques/at/B5/picture/1/text/3`) has its places there too.
 */
export interface BlockAnchor {
  readonly kind: 'block';
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly picture?: PicturePlace;
}

/** Places in a picture that stands within a document: its number among the pictures of the document, from 1, and boxes in points of it. */
export interface PicturePlace {
  readonly number: number;
  readonly boxes: readonly Box[];
}

/** CSV, XLSX, XLS, logs: `row` counts records from 1 without the header; `line` is the line of the file, where there is one. */
export interface RowAnchor {
  readonly kind: 'row';
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
  readonly line?: number;
}

/** DXF handle, DEXPI id or SVG id, with its box in drawing units. */
export interface DrawingAnchor {
  readonly kind: 'drawing';
  readonly layout: string;
  readonly entity: string;
  readonly box: Box;
}

/** Canonical text of anchors, boxes in whole hundredths of a point, so that float noise never changes an id. */
export function anchorsText(anchors: readonly Anchor[]): string {
  return canonicalJson(anchors.map(anchorJson));
}

function anchorJson(anchor: Anchor): Json {
  switch (anchor.kind) {
    case 'page':
      return { kind: anchor.kind, page: anchor.page, boxes: anchor.boxes.map(boxJson) };
    case 'block': {
      const { picture, ...place } = anchor;
      return picture === undefined ? { ...place } : { ...place, picture: { number: picture.number, boxes: picture.boxes.map(boxJson) } };
    }
    case 'row':
      return { ...anchor };
    case 'drawing':
      return { ...anchor, box: boxJson(anchor.box) };
    default:
      return assertNever(anchor);
  }
}

function boxJson(box: Box): Json {
  return [box.x0, box.y0, box.x1, box.y1].map((value) => Math.round(value * 100));
}
