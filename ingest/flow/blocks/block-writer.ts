import type { ExcludedRun, ExclusionReason } from '../../../kernel/index.ts';
import { cleanText } from '../../clean/clean-text.ts';
import type { PictureText } from '../../parser/picture-text.ts';
import { wholeTable } from './aligned-table.ts';
import { type AssembledBlocks, assembleBlocks } from './assemble-blocks.ts';
import type { Block } from './block.ts';
import { findCodes } from './find-codes.ts';
import type { FlowEvent } from './flow-event.ts';
import { joinStepTitles } from './join-step-titles.ts';
import type { TableText } from './lay-out-table.ts';
import { partLines } from './part-lines.ts';
import { raiseBoldTitles } from './raise-bold-titles.ts';

/** What markup says of a text: how much of its head is bold (UTF-16 units), and whether its line ends are those of wrapped lines. */
export interface TextMarks {
  readonly bold?: number;
  readonly wrapped?: boolean;
}

/** Takes what a document holds in reading order, and gives it as blocks that know their place in its structure. */
export interface BlockWriter {
  /**
   * What is written up to the next part stands in one that is called by `path` (`slide/3`), in no section of the parts before
   * unless it `goesOn` with them.
   */
  part(path: string, goesOn: boolean): void;
  /** `level` from 1. */
  heading(level: number, text: string): void;
  /** A paragraph, which may prove to be a title, a field, some steps, a warning or a caption. */
  paragraph(text: string, marks?: TextMarks): void;
  /** Text that is shown as it stands, as code is; a table whose columns are set by blanks is one. */
  listing(text: string): void;
  /** What is written up to `closeBox` stands in a box: a safety message, a note (`warns` false), or one of its outside (undefined). */
  openBox(warns: boolean | undefined, title?: string): void;
  closeBox(): void;
  /** Items and what stands below them up to `closeList` are one list; lists nest. */
  openList(): void;
  closeList(): void;
  /** An item of a list; `marker` is the number or letter of an ordered one. */
  listItem(text: string, marker: string | undefined, marks?: TextMarks): void;
  /** A term and what explains it, as one passage. */
  definition(term: string, text: string): void;
  /** A name and what is said of it; fields that follow each other under one `group` are one table. */
  field(name: string, text: string, group?: string): void;
  /** What an image says of itself. */
  imageText(text: string): void;
  /** What was recognised in a picture. */
  picture(texts: readonly PictureText[]): void;
  /** A caption that its markup names as one; that of a table comes directly before it. */
  caption(text: string, of: 'table' | 'figure'): void;
  table(table: TableText): void;
  /** Text that is in no block. */
  exclude(text: string, reason: ExclusionReason): void;
  blocks(): readonly Block[];
  excluded(): readonly ExcludedRun[];
  tables(): number;
}

export function createBlockWriter(): BlockWriter {
  const events: FlowEvent[] = [];
  let assembled: AssembledBlocks | undefined;
  const push = (event: FlowEvent): void => {
    assembled = undefined;
    events.push(event);
  };
  const read = (): AssembledBlocks => {
    assembled ??= assembleBlocks(raiseBoldTitles(findCodes(joinStepTitles(partLines(events)))));
    return assembled;
  };
  const marked = (text: string, marks: TextMarks): { text: string; bold: number; wrapped: boolean } => {
    const clean = cleanText(text);
    const lead = clean.length - clean.trimStart().length;
    const bold = Math.max(0, cleanText(text.slice(0, marks.bold ?? 0)).length - lead);
    return { text: clean.trim(), bold, wrapped: marks.wrapped ?? false };
  };
  return {
    part: (path, goesOn) => push({ kind: 'part', path, goesOn }),
    heading: (level, text) => {
      const title = cleanText(text).replace(/\s+/g, ' ').trim();
      if (title !== '') push({ kind: 'heading', level, text: title });
    },
    paragraph: (text, marks = {}) => {
      const paragraph = marked(text, marks);
      if (paragraph.text !== '') push({ kind: 'paragraph', ...paragraph });
    },
    listing: (text) => {
      const table = wholeTable(text);
      push(table === undefined ? { kind: 'listing', text } : { kind: 'table', table });
    },
    openBox: (warns, title = '') => push({ kind: 'open-box', warns, title: cleanText(title).trim() }),
    closeBox: () => push({ kind: 'close-box' }),
    openList: () => push({ kind: 'open-list' }),
    closeList: () => push({ kind: 'close-list' }),
    listItem: (text, marker, marks = {}) => {
      const item = marked(text, marks);
      if (item.text !== '') push({ kind: 'item', ...item, ...(marker === undefined ? {} : { marker }) });
    },
    definition: (term, text) => push({ kind: 'definition', term: cleanText(term).trim(), text: cleanText(text).trim() }),
    field: (name, text, group) => {
      const field = { name: cleanText(name).trim(), text: cleanText(text).trim() };
      push({ kind: 'field', ...field, ...(group === undefined ? {} : { group }) });
    },
    imageText: (text) => push({ kind: 'image', text }),
    picture: (texts) => push({ kind: 'picture', texts }),
    caption: (text, of) => push({ kind: 'caption', text, of }),
    table: (table) => push({ kind: 'table', table }),
    exclude: (text, reason) => push({ kind: 'exclude', text, reason }),
    blocks: () => read().blocks,
    excluded: () => read().excluded,
    tables: () => read().tables,
  };
}
