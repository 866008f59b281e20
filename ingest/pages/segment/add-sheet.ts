import { gravestStatus, type SheetStamp } from '../../../kernel/index.ts';
import { draftStructure } from '../../drawings/interpret/draft-structure.ts';
import type { SheetReading } from '../../drawings/interpret/read-sheet.ts';
import type { PageSheet } from '../../drawings/pdf/sheet-of-page.ts';
import type { PageContent } from '../../layout/glyph.ts';
import type { PassageSink } from './passage-sink.ts';
import { recognitionOfDraft } from './recognition-of-draft.ts';

/** Stamps of one document that are listed. */
const MOST_STAMPS = 200;

/** A page that is a sheet of a drawing, with what it says. */
export interface SheetPage extends Pick<PageContent, 'page' | 'leftOut'> {
  readonly reading: SheetReading;
  readonly sheet: PageSheet;
  /** What recognised its texts; absent where they are texts of the file. */
  readonly engine?: string;
}

/** Gives out what a sheet says: it is a document of its own, so it stands in no section of the text around. */
export function addSheet(sink: PassageSink, { page, leftOut, reading: { drafts, stamps }, sheet, engine = '' }: SheetPage): void {
  const { shown, isCut, printed } = sheet;
  sink.patch({ caption: undefined, lead: undefined, list: undefined, fields: undefined });
  for (const one of leftOut) sink.exclude(one, page);
  const opens = sink.state.order;
  const stamp = gravestStatus(stamps);
  for (const draft of drafts) {
    const anchor = { kind: 'page' as const, page, boxes: draft.places.map(({ box }) => shown(box)) };
    const recognition = printed === undefined ? undefined : recognitionOfDraft(draft, printed, engine);
    const structure = { ...draftStructure(draft, opens), sheet: opens, ...(stamp === undefined ? {} : { stamp }) };
    sink.add({
      kind: draft.kind,
      text: draft.text,
      headings: [],
      anchors: [anchor],
      structure,
      ...(recognition === undefined ? {} : { recognition }),
      ...(draft.cells === undefined ? {} : { cells: draft.cells }),
    });
  }
  const tables = new Set(drafts.flatMap(({ table }) => table ?? [])).size;
  const own: readonly SheetStamp[] = stamp === undefined ? [] : [{ sheet: String(page), status: stamp }];
  sink.count(({ tables: before, sheets = 0, stamps: said = [], cutSheets = [] }) => ({
    tables: before + tables,
    sheets: sheets + 1,
    ...(own.length === 0 ? {} : { stamps: [...said, ...own].slice(0, MOST_STAMPS) }),
    ...(isCut ? { cutSheets: [...cutSheets, page].slice(0, MOST_STAMPS) } : {}),
  }));
}
