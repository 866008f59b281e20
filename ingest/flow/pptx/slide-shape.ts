import type { SpanningCell } from '../blocks/lay-out-table.ts';

/** Place of a shape on its slide or in its group, in EMU (914,400 an inch) from the top left; a group's own measure counts within it. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands before a paragraph. */
export type Bullet =
  | { readonly kind: 'none' }
  | { readonly kind: 'sign' }
  | { readonly kind: 'number'; readonly format: string; readonly start: number };

/** Bullets by the level of paragraphs, from 0. */
export type Bullets = ReadonlyMap<number, Bullet>;

export interface SlideParagraph {
  readonly text: string;
  /** From 0, as far as the markup nests. */
  readonly level: number;
  /** UTF-16 units at its head that are set in bold. */
  readonly bold: number;
  /** Largest size of its runs, in hundredths of a point, where they state one. */
  readonly size?: number;
  /** Where it states one itself. */
  readonly bullet?: Bullet;
}

/** What a layout keeps a place for: `type` is `title`, `body`, `ftr` and the like. */
export interface Placeholder {
  readonly type: string;
  readonly index: string;
}

interface Placed {
  readonly frame?: Frame;
  /** Drawn nowhere. */
  readonly isHidden?: true;
}

export interface TextShape extends Placed {
  readonly kind: 'text';
  readonly placeholder?: Placeholder;
  readonly paragraphs: readonly SlideParagraph[];
  readonly bullets: Bullets;
  /** Formulas in it, which are no text. */
  readonly equations: readonly string[];
  /** The part of the picture that fills it. */
  readonly fill?: string;
}

export interface PictureShape extends Placed {
  readonly kind: 'picture';
  readonly description: string;
  readonly placeholder?: Placeholder;
  /** Its part; absent where the package does not hold it. */
  readonly part?: string;
}

export interface TableShape extends Placed {
  readonly kind: 'table';
  readonly rows: readonly (readonly SpanningCell[])[];
  /** The file says that its first row is set as a header. */
  readonly isHeaded: boolean;
  /** Texts of cells that a span of another one covers. */
  readonly covered: readonly string[];
}

/** What stands on a slide, a layout or a page of notes. */
export type SlideShape =
  | TextShape
  | TableShape
  | (Placed & { readonly kind: 'group'; readonly shapes: readonly SlideShape[] })
  | PictureShape
  /** Boxes and arrows that the program lays out, by the relation of its data. */
  | (Placed & { readonly kind: 'diagram'; readonly relation: string })
  | (Placed & { readonly kind: 'chart' | 'object' });
