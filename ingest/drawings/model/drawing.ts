import type { Box } from '../../../kernel/index.ts';
import type { Point } from '../../plane/point.ts';
import type { StatedPlant } from './stated-plant.ts';
import type { Transform } from './transform.ts';

/** What every element of a sheet has, whatever kind of file it was read from. */
interface ElementBase {
  /**
   * Names it within its drawing and stays for the same bytes: in DXF the handles of the inserts that it stands in and its own,
   * outermost first (`2A7/1F`).
   */
  readonly id: string;
  /** Of an element of a symbol that stands on no layer of its own, the layer of the symbol. */
  readonly layer: string;
  /** Around all that is drawn of it, in units of the sheet; of texts as estimated from height and characters. */
  readonly box: Box;
  /** Id of the innermost symbol that it is part of. */
  readonly symbol?: string;
  /** Not drawn: its layer is off or frozen, or it is invisible itself. */
  readonly isHidden: boolean;
}

/**
 * Where a text comes from: an attribute says something of its symbol, a `placeholder` shows where attributes will stand, what is
 * `stated` the file says of a thing without drawing it.
 */
export type TextForm = 'text' | 'paragraphs' | 'attribute' | 'placeholder' | 'dimension' | 'leader' | 'stated';

export interface DrawingText extends ElementBase {
  readonly kind: 'text';
  readonly form: TextForm;
  /** Plain words, NFC, as they are drawn: without codes of formatting; lines are parted by `\n`. */
  readonly text: string;
  /** Where the base line of the first line begins, or the corner that the text is attached by. */
  readonly at: Point;
  /** Of capitals, in units of the sheet. */
  readonly height: number;
  /** Degrees against the clock, from 0 up to 360. */
  readonly rotation: number;
  /** Of an attribute: the name that the drawing gives it (`DWG_NO`). */
  readonly tag?: string;
  /** Of a dimension: what it measures, in drawing units or, for angles, degrees. */
  readonly measured?: number;
}

export interface SymbolAttribute {
  readonly tag: string;
  /** Id of the text element that shows it. */
  readonly text: string;
  readonly value: string;
}

/** A use of a block: a valve, a balloon, a title block. Its texts and paths are elements of their own that name it. */
export interface DrawingSymbol extends ElementBase {
  readonly kind: 'symbol';
  /** Name of the block. */
  readonly name: string;
  readonly at: Point;
  /** From units of the block to units of the sheet. */
  readonly transform: Transform;
  readonly attributes: readonly SymbolAttribute[];
}

/** A line of any form, as the points it is drawn through: arcs and curves are cut into pieces. */
export interface DrawingPath extends ElementBase {
  readonly kind: 'path';
  readonly shape: 'line' | 'polyline' | 'arc' | 'circle' | 'curve' | 'leader';
  /** `x` and `y` in turn. */
  readonly points: readonly number[];
  readonly isClosed: boolean;
}

export interface TableCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly box: Box;
}

/** A table that the drawing itself knows as one. Cells without words are left out. */
export interface DrawingTable extends ElementBase {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
}

export type DrawingElement = DrawingText | DrawingSymbol | DrawingPath | DrawingTable;

/** One sheet: the model itself or a layout to be printed. */
export interface DrawingSheet {
  readonly name: string;
  /** In the order of the file; the elements of a symbol follow it. */
  readonly elements: readonly DrawingElement[];
  /** Of a sheet that was recognised in a picture: ids of texts of which a word is unsure, so that nothing is told of what they name. */
  readonly unsure?: ReadonlySet<string>;
  /** What the file says of the things drawn and how they are connected; absent of files that hold lines and texts only. */
  readonly stated?: StatedPlant;
}

/**
 * A drawing as its reader found it, with nothing said yet of what it means: one form for all kinds of drawings, so that one
 * interpreter reads them all.
 */
export interface Drawing {
  readonly sheets: readonly DrawingSheet[];
  readonly encoding: string;
  /** What was not read or had to be guessed, in sentences for a person. */
  readonly warnings: readonly string[];
}
