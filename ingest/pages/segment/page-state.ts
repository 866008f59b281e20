import type { ExclusionReason, PassageKind, RowLabel, SheetStamp } from '../../../kernel/index.ts';
import type { LineNumbering } from '../../layout/margin-numbers.ts';
import type { NearbyEdge } from '../../layout/nearby-edges.ts';
import type { PagePrint } from '../../layout/page-print.ts';
import type { FigureCounts } from '../figure/figure-counts.ts';
import type { RecognisedCounts } from '../scan/recognised-counts.ts';
import type { OpenHeading } from './heading-rules.ts';
import type { ItemMark } from './item-mark.ts';
import type { LeadIn, OpenList } from './open-list.ts';
import type { PlacedText } from './text-builder.ts';

/** The line that a block ends with so far, as far as joining the next one depends on it. */
export interface LastLine {
  readonly page: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** Right edge of the column it stands in. */
  readonly right: number;
}

/** A block of running text that the next line may go on with. */
export interface OpenBlock extends PlacedText {
  readonly kind: PassageKind;
  readonly marker?: string;
  /** Of an item of a list. */
  readonly mark?: ItemMark;
  /** `page/frame` of the box around it. */
  readonly frame?: string;
  /** Whether nothing but a signal word has been read of a warning. */
  readonly bare: boolean;
  /** Left edge of the first line with its bullet, its distance from the edge of its column, and the edge of the lines after it. */
  readonly first: number;
  readonly inset: number;
  readonly left: number;
  readonly lines: number;
  /** Lines of a listing. */
  readonly listing?: boolean;
  /** UTF-16 units at the head of its first line that are set in bold. */
  readonly boldLength: number;
  readonly last: LastLine;
  readonly heading?: OpenHeading;
}

/** Words of a cell that may hold for the rows below it, with the passage in which they are printed. */
export interface SpokenCell {
  readonly text: string;
  readonly order: number;
}

/** A row at the foot of a page that the next page may go on with. */
export interface HeldRow {
  /** Its cells by column. */
  readonly cells: readonly PlacedText[];
  /** Space left behind the last line of each cell, in points; the next word would not have fitted where it is small. */
  readonly room: readonly number[];
  readonly labels: readonly RowLabel[];
}

/** Which columns are filled in the last rows under a header: tables with one header are alike. */
export interface SeenRows {
  readonly headerKey: string;
  readonly recent: LastTable['recent'];
}

/** The table read last, which the next page may go on with. */
export interface LastTable {
  readonly page: number;
  readonly edges: readonly number[];
  readonly headers: readonly string[];
  /** Text of the header rows, to know them again. */
  readonly headerKey: string;
  readonly roles: readonly (string | null)[];
  /** Order of its first row. */
  readonly opening: number;
  readonly leadIn?: LeadIn;
  /** The row of one cell over the whole width that heads those below it. */
  readonly section?: SpokenCell;
  /** Last words of each column, for cells that span over the page. */
  readonly above: readonly (SpokenCell | null)[];
  readonly held?: HeldRow;
  /** The header that ended the page, no row of the table being read: its lines and what each column is called so far. */
  readonly head?: { readonly lines: readonly PlacedText[]; readonly names: readonly string[] };
  /** Columns that are filled in each of the last rows before the held one. */
  readonly recent: readonly (readonly number[])[];
  /** The list of which an item introduces it. */
  readonly list?: number;
  /** Two columns without names: the first cell of each row names what the second says. */
  readonly ofFields?: boolean;
}

/** What has been counted so far. */
export interface PageCounts {
  readonly characters: number;
  readonly passages: number;
  readonly tables: number;
  readonly unmapped: number;
  /** The first pages that have characters without a Unicode mapping. */
  readonly unmappedPages: readonly number[];
  readonly textPages: number;
  readonly blankPages: number;
  /** All of them; `unreadPages` lists the first. */
  readonly unread: number;
  readonly unreadPages: readonly number[];
  readonly faultyPages: number;
  readonly scannedText: number;
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
  /** Pages that were to be recognised from their picture and could not be; absent where there is none. */
  readonly givenUp?: number;
  /** Pages that are sheets of a drawing; absent where there is none, as are the next two. */
  readonly sheets?: number;
  readonly stamps?: readonly SheetStamp[];
  /** Sheets of which not all that is drawn was taken. */
  readonly cutSheets?: readonly number[];
  /** Absent where no page shows a picture among text. */
  readonly figures?: FigureCounts;
  /** Absent where no page was recognised from its picture. */
  readonly recognised?: RecognisedCounts;
  /** Characters of running text of the pages that were recognised, by its size in points; absent where there is none. */
  readonly bodySizes?: Readonly<Record<string, number>>;
}

/** Everything that one page's reading hands to the next. Plain JSON, at most some 30 KB. */
export interface PageState {
  readonly order: number;
  readonly headings: readonly OpenHeading[];
  readonly block?: OpenBlock;
  readonly table?: LastTable;
  readonly seen?: SeenRows;
  /** Caption that waits for its table. */
  readonly caption?: LeadIn;
  /** The passage before, where it introduces what comes next. */
  readonly lead?: LeadIn;
  readonly list?: OpenList;
  /** The first of the lines of name and value that the passage before is one of, with what leads in to them. */
  readonly fields?: { readonly opening: number; readonly leadIn?: LeadIn };
  /** Lines at the heads and feet of the last pages that were recognised; absent where there is none. */
  readonly edges?: readonly NearbyEdge[];
  /** How the pages recognised so far are printed. */
  readonly print?: PagePrint;
  /** The numbers of lines in the margin of the page before. */
  readonly lineNumbering?: LineNumbering;
  readonly counts: PageCounts;
}

export const EMPTY_STATE: PageState = {
  order: 0,
  headings: [],
  counts: {
    characters: 0,
    passages: 0,
    tables: 0,
    unmapped: 0,
    unmappedPages: [],
    textPages: 0,
    blankPages: 0,
    unread: 0,
    unreadPages: [],
    faultyPages: 0,
    scannedText: 0,
    excluded: {},
  },
};

/** What the survey found of the whole document that reading a page depends on. */
export interface PageStyle {
  /** Size of running text in points. */
  readonly bodySize: number;
  readonly bodyBold: boolean;
  /** All characters of running text are equally wide, so that listings are not told from it. */
  readonly bodyMono: boolean;
  /** Base line to base line, in sizes. */
  readonly leading: number;
  /** Left edge of most lines. */
  readonly left: number;
  readonly right: number;
  /** The document's own title does not head its sections. */
  readonly title?: string;
}

/** A title of the outline that leads to the page. */
export interface PageTitle {
  readonly key: string;
  readonly depth: number;
  /** Its letters as the outline has them, without white space. */
  readonly letters?: string;
}
