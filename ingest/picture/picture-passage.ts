import type { Cell, Passage, PassageKind } from '../../kernel/index.ts';

/** A span of a text, UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text as it is drawn: no tabs, and no longer than a picture bears. */
export interface MarkedText {
  readonly text: string;
  /** What is cited of it, in order. */
  readonly marks: readonly Span[];
}

export interface PictureCell {
  readonly column: string;
  readonly content: MarkedText;
}

/** A label that stands in rows above; as in `RowLabel`. */
interface PictureLabel {
  readonly text: string;
  readonly order?: number;
  readonly column?: string;
}

/** A passage as it is drawn. */
export interface PicturePassage {
  readonly kind: PassageKind;
  readonly order: number;
  readonly isCited: boolean;
  readonly content: MarkedText;
  /** Of a heading its depth, of an item of a list its nesting; from 1. */
  readonly level?: number;
  readonly marker?: string;
  /** Stands in a list, as an item or between two. */
  readonly inList: boolean;
  /** First row of the table that it is a row of. */
  readonly table?: number;
  /** Number of the row in a file of rows. */
  readonly row?: number;
  readonly cells?: readonly PictureCell[];
  readonly leadIn?: { readonly text: string; readonly order?: number };
  readonly labels: readonly PictureLabel[];
}

/** UTF-16 units that are drawn of a text around what is cited in it, and of any other text. */
const MOST_CITED = 3_000;
const MOST_OTHER = 1_200;
/** Cells that are drawn of a row, around those that are cited; of a row with more than a few, less of each. */
const MOST_CELLS = 48;
const FEW_CELLS = 6;
const MOST_CITED_OF_MANY = 400;
const MOST_OTHER_OF_MANY = 200;
const MOST_NAME = 80;
const CUT = '…';

/** What is drawn of a passage as printed, around the first of the words that are `cited`; of passages around it none are. */
export function picturePassage(passage: Passage, cited: readonly Span[] = []): PicturePassage {
  const { kind, order, text, marker, cells, structure, anchors } = passage;
  const { level, list, table, leadIn, rowLabels = [] } = structure;
  const most = cited.length === 0 ? MOST_OTHER : MOST_CITED;
  const row = anchors.find((anchor) => anchor.kind === 'row')?.row;
  return {
    kind,
    order,
    isCited: cited.length > 0,
    content: clipped(text, cited, most),
    ...(level === undefined ? {} : { level }),
    ...(marker === undefined ? {} : { marker: shortened(marker) }),
    inList: list !== undefined,
    ...(table === undefined ? {} : { table }),
    ...(row === undefined || row === 0 ? {} : { row }),
    ...(cells === undefined
      ? {}
      : { cells: cellsAround(cells, cited).map((cell) => pictureCell(text, cell, cited, mostOf(cells, cited))) }),
    ...(leadIn === undefined ? {} : { leadIn: { ...leadIn, text: shortened(leadIn.text) } }),
    labels: rowLabels.map((label) => ({ ...label, text: shortened(label.text) })),
  };
}

function mostOf(cells: readonly Cell[], cited: readonly Span[]): number {
  if (cells.length <= FEW_CELLS) return MOST_OTHER;
  return cited.length === 0 ? MOST_OTHER_OF_MANY : MOST_CITED_OF_MANY;
}

function pictureCell(text: string, cell: Cell, cited: readonly Span[], most: number): PictureCell {
  const within = cited.flatMap(({ start, end }) => overlap({ start: start - cell.start, end: end - cell.start }, cell) ?? []);
  return { column: shortened(cell.column), content: clipped(text.slice(cell.start, cell.end), within, most) };
}

function overlap({ start, end }: Span, cell: Span): Span | undefined {
  const own = { start: Math.max(0, start), end: Math.min(cell.end - cell.start, end) };
  return own.start < own.end ? own : undefined;
}

function cellsAround(cells: readonly Cell[], [cited]: readonly Span[]): readonly Cell[] {
  if (cells.length <= MOST_CELLS) return cells;
  const first = cited === undefined ? 0 : cells.findIndex(({ end }) => end > cited.start);
  const from = Math.max(0, Math.min(first - MOST_CELLS / 2, cells.length - MOST_CELLS));
  return cells.slice(from, from + MOST_CELLS);
}

/** The text, or what stands around the first mark of one that is too long, cut where no character is torn. */
function clipped(text: string, cited: readonly Span[], most: number): MarkedText {
  const [mark] = cited;
  const middle = mark === undefined ? 0 : mark.start - Math.max(0, most - (mark.end - mark.start)) / 2;
  const from = whole(text, text.length <= most ? 0 : Math.max(0, Math.min(Math.floor(middle), text.length - most)));
  const to = whole(text, Math.min(text.length, from + most));
  const lead = from > 0 ? CUT : '';
  const moved = lead.length - from;
  const shown = `${lead}${text.slice(from, to)}${to < text.length ? CUT : ''}`;
  const marks = cited
    .map(({ start, end }) => ({ start: Math.max(from, start) + moved, end: Math.min(to, end) + moved }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  return { text: untabbed(shown), marks };
}

function shortened(text: string): string {
  return untabbed(text.length <= MOST_NAME ? text : `${text.slice(0, whole(text, MOST_NAME))}${CUT}`);
}

/** A tab has no width of its own where it is drawn. */
function untabbed(text: string): string {
  return text.replaceAll('\t', '\u2003');
}

/** The place, or the one before it where it would part a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
