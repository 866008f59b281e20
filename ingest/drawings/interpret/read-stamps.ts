import type { Box, SheetStatus } from '../../../kernel/index.ts';
import { sheetStatus } from '../../../ontology/index.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import type { GridTable } from './grid-table.ts';
import type { TextGroup } from './join-balloons.ts';
import type { PlacedText } from './placed-text.ts';
import type { Rulings } from './rulings.ts';
import type { TitleField } from './title-block.ts';

/** What of a sheet may say that it is stamped. */
export interface StampPlaces {
  readonly sheet: DrawingSheet;
  /** All lines of the sheet. */
  readonly texts: readonly PlacedText[];
  readonly fields: readonly TitleField[];
  readonly tables: readonly GridTable[];
  /** What stands in neither. */
  readonly labels: readonly TextGroup[];
  readonly rulings: Rulings;
}

/** Heights of the usual text of a sheet from which a text is set off by its size. */
const LARGE = 1.5;
/** Degrees by which a text is out of the directions of writing: stamps are put on aslant. */
const ASLANT = 3;
/** Heights of its text that a frame is high, and widths that it is wide, at most: larger ones are frames of sheets and cells. */
const FRAME_HIGH = 8;
const FRAME_WIDE = 3;

/**
 * What a sheet is stamped with: fields of its title block and titles of tables that are nothing but a status, and texts outside of
 * them that say one of the sheet, be it by their words or because they are large, aslant or in a frame of their own. In a table of
 * parts or revisions, below its title, a status is that of a row.
 */
export function readStamps({ sheet, texts, fields, tables, labels, rulings }: StampPlaces): readonly SheetStatus[] {
  const usual = medianHeight(texts.filter(({ text }) => sheetStatus(text) === undefined));
  const rounds = sheet.elements.flatMap((element) =>
    element.kind === 'path' && !element.isHidden && (element.isClosed || element.shape === 'circle') ? [element.box] : [],
  );
  const isSetOff = ({ height, rotation, box }: PlacedText): boolean =>
    height >= LARGE * usual || isAslant(rotation) || [...cellAround(rulings, box), ...rounds].some((frame) => frames(frame, box, height));
  const free = labels.flatMap(({ parts, text }): SheetStatus[] => {
    const whole = sheetStatus(text);
    if (whole !== undefined) return whole.isSure || parts.some(isSetOff) ? [whole.status] : [];
    // Lines may have been put together with what only stands near; a stamp is one all the same.
    return parts.filter(isSetOff).flatMap((part) => sheetStatus(part.text)?.status ?? []);
  });
  const stated = [...fields.map(({ text }) => text), ...tables.flatMap(titleOf)];
  return [...free, ...stated.flatMap((text) => sheetStatus(text)?.status ?? [])];
}

/** The only filled cell of the first row. */
function titleOf({ rows }: GridTable): readonly string[] {
  const filled = (rows[0] ?? []).filter((cell) => cell !== '');
  return filled.length === 1 ? filled : [];
}

function medianHeight(texts: readonly PlacedText[]): number {
  const heights = texts.map(({ height }) => height).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

function isAslant(rotation: number): boolean {
  const off = rotation % 90;
  return off > ASLANT && off < 90 - ASLANT;
}

function cellAround(rulings: Rulings, box: Box): readonly Box[] {
  const cell = rulings.cellOf(box);
  return cell === undefined ? [] : [cell];
}

function frames(frame: Box, text: Box, height: number): boolean {
  if (frame.x0 > text.x0 || frame.y0 > text.y0 || frame.x1 < text.x1 || frame.y1 < text.y1) return false;
  return frame.y1 - frame.y0 <= FRAME_HIGH * height && frame.x1 - frame.x0 <= FRAME_WIDE * (text.x1 - text.x0);
}
