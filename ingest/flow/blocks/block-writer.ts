import type { Cell, ExcludedRun, ExclusionReason, PassageKind } from '../../../kernel/index.ts';
import { columnRoles, stepMarker, warningSignal } from '../../../ontology/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import type { Block } from './block.ts';
import { splitLong } from './split-long.ts';

const CAPTION = /^(?:表|图|附图|附表|table|figure|fig\.)\s*[A-Z]?\d+(?:[-.–]\d+)*(?![\d年月])/iu;
const CAPTION_LENGTH = 200;
/** UTF-16 units of a script or style sheet that are listed; the anchor tells its whole length. */
const LISTED_MARKUP = 500;
/** Rows that the roles of a table's columns are judged by. */
const ROLE_SAMPLES = 50;

/** Collects the blocks of a document in reading order and names each by its place. */
export interface BlockWriter {
  /** `level` from 1. */
  heading(level: number, text: string): void;
  /** A paragraph, which may prove to be a step, a warning or a caption. */
  paragraph(text: string): void;
  /** Says whether what is written from here on stands in a safety message; returns what held before. */
  warn(inside: boolean): boolean;
  /** An item of a list; `marker` is the number or letter of an ordered one. */
  listItem(text: string, marker: string | undefined): void;
  /** A term and what explains it, as one passage. */
  definition(term: string, text: string): void;
  /** What an image says of itself. */
  imageText(text: string): void;
  /** A caption that its markup names as one; that of a table comes before it. */
  caption(text: string, of: 'table' | 'figure'): void;
  /** Rows of a table, all cells as text; `header` names the columns where the table has such a row. */
  table(header: readonly string[] | undefined, rows: readonly (readonly string[])[]): void;
  /** Text that is in no block. */
  exclude(text: string, reason: ExclusionReason): void;
  blocks(): readonly Block[];
  excluded(): readonly ExcludedRun[];
  tables(): number;
}

export function createBlockWriter(): BlockWriter {
  const blocks: Block[] = [];
  const excluded: ExcludedRun[] = [];
  const open: { level: number; title: string }[] = [];
  const counts = new Map<string, number>();
  let section = 0;
  let tables = 0;
  let caption: string | undefined;
  let warning = false;
  /** A signal word stood alone: the next paragraph is its message, or the whole numbered list that follows. */
  let pending: 'message' | 'list' | undefined;

  const headings = (): string[] => open.map((heading) => heading.title);
  const nextPath = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `section/${section}/${kind}/${count}`;
  };
  /** Long texts become several blocks of one path, told apart by where they start. */
  const add = (kind: PassageKind, text: string, skipped: number, path: string, marker: string | undefined): void => {
    const lead = text.slice(skipped).length - text.slice(skipped).trimStart().length;
    for (const piece of splitLong(text.slice(skipped).trim())) {
      if (piece.text === '') continue;
      const start = skipped + lead + piece.start;
      blocks.push({ kind, text: piece.text, path, start, headings: headings(), ...(marker === undefined ? {} : { marker }) });
    }
  };
  const flow = (text: string, marker: string | undefined, kind: 'paragraph' | 'item' | 'definition'): void => {
    const plain = cleanText(text).trim();
    if (plain === '') return;
    const signal = warningSignal(plain);
    const own = marker === undefined ? stepMarker(plain) : undefined;
    const skipped = own !== undefined && own.length < plain.length ? own.length : 0;
    const mark = marker ?? own?.marker;
    const announced = pending === 'message' || (pending === 'list' && mark !== undefined);
    if (signal !== undefined && signal.length >= plain.length) pending = 'message';
    else pending = announced && mark !== undefined ? 'list' : undefined;
    if (warning || announced || signal !== undefined) {
      add('warning', plain, skipped, nextPath('warning'), mark);
      return;
    }
    if (kind === 'definition') {
      add('definition', plain, 0, nextPath('definition'), undefined);
      return;
    }
    if (mark !== undefined) {
      add('step', plain, skipped, nextPath('step'), mark);
      return;
    }
    const isCaption = kind === 'paragraph' && plain.length <= CAPTION_LENGTH && CAPTION.test(plain);
    if (isCaption) caption = plain;
    add(isCaption ? 'caption' : 'paragraph', plain, 0, nextPath(isCaption ? 'caption' : kind), undefined);
    if (!isCaption) caption = undefined;
  };

  return {
    heading(level, text) {
      const title = cleanText(text).replace(/\s+/g, ' ').trim();
      if (title === '') return;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      section += 1;
      counts.clear();
      caption = undefined;
      pending = undefined;
      blocks.push({ kind: 'heading', text: title, path: `section/${section}/heading`, start: 0, headings: headings() });
      open.push({ level, title });
    },
    paragraph(text) {
      flow(text, undefined, 'paragraph');
    },
    warn(inside) {
      const before = warning;
      warning = inside;
      return before;
    },
    listItem(text, marker) {
      flow(text, marker, 'item');
    },
    definition(term, text) {
      flow([term.trim(), text.trim()].filter((part) => part !== '').join('\n'), undefined, 'definition');
    },
    imageText(text) {
      add('caption', cleanText(text), 0, nextPath('image'), undefined);
    },
    caption(text, of) {
      const plain = cleanText(text).trim();
      add('caption', plain, 0, nextPath('caption'), undefined);
      if (of === 'table' && plain !== '') caption = plain;
    },
    table(header, rows) {
      const plainHeader = header?.map(plainCell);
      const plainRows = rows.map((row) => row.map(plainCell));
      const width = Math.max(0, plainHeader?.length ?? 0, ...plainRows.slice(0, 10_000).map((row) => row.length));
      const names = Array.from({ length: width }, (_, index) => plainHeader?.[index] || `column ${index + 1}`);
      const roles = columnRoles(plainHeader === undefined ? names.map(() => '') : names, plainRows.slice(0, ROLE_SAMPLES));
      const path = nextPath('table');
      const above = caption === undefined ? headings() : [...headings(), caption];
      caption = undefined;
      pending = undefined;
      tables += 1;
      if (plainRows.length === 0 && plainHeader?.some((cell) => cell !== '')) plainRows.push([...plainHeader]);
      plainRows.forEach((row, index) => {
        const { text, cells } = joinCells(row, (column) => {
          const role = roles[column];
          return { column: names[column] ?? `column ${column + 1}`, ...(role === undefined ? {} : { role }) };
        });
        if (text !== '') blocks.push({ kind: 'table-row', text, path: `${path}/row/${index + 1}`, start: 0, headings: above, cells });
      });
    },
    exclude(text, reason) {
      const plain = cleanText(text).trim();
      if (plain === '') return;
      const anchor = { kind: 'block', path: nextPath(reason), start: 0, end: plain.length } as const;
      excluded.push({ text: reason === 'markup' ? plain.slice(0, LISTED_MARKUP) : plain, anchor, reason });
    },
    blocks: () => blocks,
    excluded: () => excluded,
    tables: () => tables,
  };
}

function plainCell(text: string): string {
  return cleanText(text)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function joinCells(
  row: readonly string[],
  describe: (column: number) => Omit<Cell, 'start' | 'end'>,
): { readonly text: string; readonly cells: readonly Cell[] } {
  let text = '';
  const cells: Cell[] = [];
  row.forEach((cell, column) => {
    if (cell === '') return;
    if (text !== '') text += '\t';
    const start = text.length;
    text += cell;
    cells.push({ ...describe(column), start, end: text.length });
  });
  return { text, cells };
}
