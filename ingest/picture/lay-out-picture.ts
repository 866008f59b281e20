import { layOutLines } from './lay-out-lines.ts';
import { layOutPassage } from './lay-out-passage.ts';
import { layOutRecord } from './lay-out-record.ts';
import { type LaidTable, layOutTable } from './lay-out-table.ts';
import { type Ink, type Measure, type Picture, type PictureItem, type Strip, stacked, type TextStyle } from './picture.ts';
import type { PicturePassage } from './picture-passage.ts';
import type { PictureRequest } from './picture-request.ts';

const WIDTH = 960;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
/** Pixels of passages; more only where what is cited needs more. */
const BODY = 1_040;
/** Of the room beside what is cited, this much at most is for what stands above it, unless there is less below. */
const ABOVE_SHARE = 0.45;
const BAR_WIDTH = 6;
const BAR_DISTANCE = 16;
const GAP = 12;
const CUT = '…';

const TITLE: TextStyle = { size: 20, bold: true };
const SMALL: TextStyle = { size: 14, bold: false };
const NOTE: TextStyle = { size: 14, bold: false };

/** A passage as a strip of the page, or several that are shown together. */
interface Part {
  readonly strip: Strip;
  readonly isCited: boolean;
  readonly isHeading: boolean;
  readonly order: number;
  /** Of a row: what stands over it when it is the first one shown of its table, by the order of the first passage shown. */
  readonly head?: (from: number) => Strip;
  readonly table?: number;
  /** Rows above or below are not shown, even where there is room. */
  readonly isAfterGap?: boolean;
  readonly isBeforeGap?: boolean;
}

/**
 * A page with the passages around a cited one, drawn from what was read: on top the document and the titles above, in the middle
 * the passages in their order as far as there is room, the cited words marked and a bar beside their passage, below what to know
 * of the picture. A pure function of its arguments.
 */
export function layOutPicture(request: PictureRequest, measure: Measure): Picture {
  const parts = layOutParts(request, measure);
  const [from, to] = windowOf(parts);
  const shown = parts.slice(from, to + 1);
  const first = shown[0]?.order ?? 0;
  const body: Strip[] = [];
  const gap = line(CUT, SMALL, 'soft', measure);
  let isCut = from > 0 || !request.isFromStart;
  shown.forEach((part, index) => {
    const before = shown[index - 1];
    if (isCut || part.isAfterGap === true) body.push(gap);
    isCut = part.isBeforeGap === true;
    if (part.head !== undefined && before?.table !== part.table) body.push(space(GAP), part.head(first));
    else if (before?.head !== undefined && before.table !== part.table) body.push(space(GAP));
    body.push(part.isCited ? withBar(part.strip) : part.strip);
  });
  if (isCut || to < parts.length - 1 || !request.isToEnd) body.push(space(GAP / 2), gap);
  else body.push(space(GAP));
  return composed(request, stacked(body), measure);
}

function composed({ title, details, place, words }: PictureRequest, body: Strip, measure: Measure): Picture {
  const rule = (): Strip => ({
    height: GAP * 1.5,
    items: [{ kind: 'box', x: MARGIN, y: GAP / 2, width: INNER, height: 1, ink: 'line', isFilled: true }],
  });
  const above = [
    line(title, TITLE, 'text', measure),
    ...(details === '' ? [] : [line(details, SMALL, 'soft', measure)]),
    ...(place.length === 0 ? [] : [line(place.join(' › '), SMALL, 'text', measure)]),
  ];
  const page = stacked([space(GAP * 2), ...above, rule(), body, rule(), line(words.drawn, SMALL, 'soft', measure), space(GAP)]);
  return { ...page, width: WIDTH };
}

/** All passages as parts; of a table that is too wide only what is cited of it, with the rows beside it. */
function layOutParts({ passages, notes }: PictureRequest, measure: Measure): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < passages.length; ) {
    const passage = passages[at];
    if (passage === undefined) break;
    const rows = passage.table === undefined ? [] : runOf(passages, at);
    const laid = rows.length === 0 ? undefined : layOutTable(rows, MARGIN, INNER, measure);
    if (rows.length === 0) parts.push(plainPart(passage, notes, measure));
    else if (laid !== undefined) parts.push(...rows.map((row) => rowPart(laid, row, notes, measure)));
    else parts.push(...wideParts(rows, notes, measure));
    at += Math.max(1, rows.length);
  }
  return parts;
}

function runOf(passages: readonly PicturePassage[], from: number): readonly PicturePassage[] {
  const { table } = passages[from] ?? {};
  const end = passages.findIndex((one, index) => index > from && one.table !== table);
  return passages.slice(from, end < 0 ? passages.length : end);
}

function plainPart(passage: PicturePassage, notes: readonly string[], measure: Measure): Part {
  const strip = noted(layOutPassage(passage, MARGIN, INNER, measure), passage, notes, measure);
  return { strip, isCited: passage.isCited, isHeading: passage.kind === 'heading', order: passage.order };
}

function rowPart(laid: LaidTable, row: PicturePassage, notes: readonly string[], measure: Measure): Part {
  return {
    strip: noted(laid.rowOf(row), row, notes, measure),
    isCited: row.isCited,
    isHeading: false,
    order: row.order,
    head: (from) => laid.headOf(row, from),
    ...(row.table === undefined ? {} : { table: row.table }),
  };
}

function wideParts(rows: readonly PicturePassage[], notes: readonly string[], measure: Measure): readonly Part[] {
  const at = rows.findIndex(({ isCited }) => isCited);
  const cited = rows[at];
  if (cited === undefined) return rows.map((row) => plainPart(row, notes, measure));
  const before = rows[at - 1];
  const after = rows[at + 1];
  const record = layOutRecord(
    { ...(before === undefined ? {} : { before }), cited, ...(after === undefined ? {} : { after }) },
    MARGIN,
    INNER,
    measure,
  );
  const { order } = before ?? cited;
  const gaps = { isAfterGap: at > 1, isBeforeGap: at + 2 < rows.length };
  return [{ strip: noted(record, cited, notes, measure), isCited: true, isHeading: false, order, ...gaps }];
}

/** A passage with what people corrected in it below. */
function noted(strip: Strip, { isCited }: PicturePassage, notes: readonly string[], measure: Measure): Strip {
  if (!isCited || notes.length === 0) return strip;
  return stacked([strip, space(GAP / 3), ...notes.map((note) => line(note, NOTE, 'soft', measure))]);
}

/** First and last of the parts that there is room for: the cited one, then those around it by turns of what is left. */
function windowOf(parts: readonly Part[]): readonly [from: number, to: number] {
  const cited = parts.findIndex(({ isCited }) => isCited);
  const headHeight = (part: Part | undefined): number => (part?.head === undefined ? 0 : part.head(part.order).height + GAP);
  const heights = parts.map((part, index) => part.strip.height + (parts[index - 1]?.table === part.table ? 0 : headHeight(part)));
  let from = cited;
  let to = cited;
  let room = BODY - (parts[cited]?.strip.height ?? 0) - headHeight(parts[cited]);
  const takeAbove = (share: number): void => {
    let most = room * share;
    for (let height = heights[from - 1]; height !== undefined && height <= most; height = heights[from - 1]) {
      from -= 1;
      most -= height;
      room -= height;
    }
  };
  takeAbove(ABOVE_SHARE);
  for (let height = heights[to + 1]; height !== undefined && height <= room; height = heights[to + 1]) {
    to += 1;
    room -= height;
  }
  takeAbove(1);
  // A title with nothing below it says nothing.
  while (to > cited && parts[to]?.isHeading === true && to < parts.length - 1) to -= 1;
  return [from, to];
}

function withBar({ height, items }: Strip): Strip {
  const bar: PictureItem = { kind: 'box', x: MARGIN - BAR_DISTANCE, y: 0, width: BAR_WIDTH, height, ink: 'bar', isFilled: true };
  return { height, items: [bar, ...items] };
}

function line(text: string, style: TextStyle, ink: Ink, measure: Measure): Strip {
  return layOutLines({ text, marks: [] }, { x: MARGIN, width: INNER, style, ink }, measure);
}

function space(height: number): Strip {
  return { height, items: [] };
}
