import type { Box, ExclusionReason, Passage } from '../../kernel/index.ts';
import type { PageSheet } from '../drawings/pdf/sheet-of-page.ts';
import type { PagePrint } from './page-print.ts';

/** One drawn character (or the letters of one ligature). Points, origin top left, after page rotation. */
export interface Glyph {
  /** NFC, Latin ligatures spelled out; never empty. */
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly baseline: number;
  /** Font size as drawn. */
  readonly size: number;
  readonly bold: boolean;
  /** Of a font whose characters are all equally wide: says something of letters only, since Chinese ones always are. */
  readonly mono?: boolean;
  /** Drawn other than left to right on a level line. */
  readonly turned: boolean;
  /** Of one that is turned by how it is set: how it stands once the page is turned so that it runs to the right. */
  readonly level?: LevelPlace;
  /** Where it stands on the page as that is shown, when the page was put straight to be read. */
  readonly shown?: Box;
  /** Present when it was recognised in a picture: how surely (0 to 1), and as what where that was repaired. */
  readonly recognised?: { readonly confidence: number; readonly as?: string };
}

/** A place in a page that is turned around its top left corner. */
export interface LevelPlace extends Box {
  readonly baseline: number;
  /** Degrees with the clock that the page is turned by, as the text is turned against it; above 0, below 360. */
  readonly turn: number;
}

/** A straight stroke of a page that is level or upright. `at` is y of a level one, x of an upright one. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A small shape, about as wide as high, that may be the bullet of an item. */
export interface Mark extends Box {
  readonly filled: boolean;
}

/** Source text that is in no passage, before it is written as an anchor. */
export interface LeftOut {
  readonly text: string;
  readonly boxes: readonly Box[];
  readonly reason: ExclusionReason;
}

/** A picture that stands on a page among its text. */
export interface Figure {
  /** Points, origin top left, after page rotation. */
  readonly box: Box;
  /** Equal of equal pictures, wherever they stand. */
  readonly key: string;
  /** Pixels an inch, as it is shown. */
  readonly dpi: number;
  /** Whether its data cannot be made out. */
  readonly isFaulty: boolean;
}

/** What was read of a picture on a page. */
export interface ReadFigure {
  readonly box: Box;
  /** Its lines and tables in reading order, with places on the page; orders count from 0 within the picture. */
  readonly passages: readonly Passage[];
  readonly leftOut: readonly LeftOut[];
  /** All that was recognised in it. */
  readonly glyphs: readonly Glyph[];
  readonly engine: string;
}

/** What one page draws, in the order in which it draws it. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly level: readonly Stroke[];
  readonly upright: readonly Stroke[];
  /** Filled rectangles large enough to stand behind text. */
  readonly fills: readonly Box[];
  /** Narrower ones: pieces of a field behind a row, where its cells are painted one by one. */
  readonly narrowFills?: readonly Box[];
  readonly marks: readonly Mark[];
  /** Drawn characters that stand for none known. */
  readonly signs: readonly Box[];
  /** Share of the page that images cover, from 0 to 1. */
  readonly imageShare: number;
  /** Paths that are painted: those of a page without characters may be outlines of them. Absent where there can be none. */
  readonly painted?: number;
  readonly leftOut: readonly LeftOut[];
  /** Pictures among the text of the page, top to bottom; absent where there is none. */
  readonly figures?: readonly Figure[];
  /** What was read of them. */
  readonly read?: readonly ReadFigure[];
  /** Characters without a Unicode mapping, among them those left out. */
  readonly unmapped: number;
  /** Present where the page is a sheet of a drawing. */
  readonly sheet?: PageSheet;
  /** Size of running text in points, where it was found from a picture of the page. */
  readonly bodySize?: number;
  /** How it is printed, where that was found from a picture of the page. */
  readonly print?: PagePrint;
  /** Present where its characters were recognised in the picture of the page, after it was put straight. */
  readonly recognised?: {
    readonly engine: string;
    /** Where a box stands on the page as that is shown. */
    shown(box: Box): Box;
  };
}

export function isWhite(text: string): boolean {
  return text.trim() === '';
}

/** Chinese characters, kana and full-width signs: written without spaces between words. */
export function isWide(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0x3000 && code <= 0x303f)
  );
}

export function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
}

/** Smallest box around all of them; a list without boxes has none. */
export function enclose(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0];
  if (first === undefined) return undefined;
  let { x0, y0, x1, y1 } = first;
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}
