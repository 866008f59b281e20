import type { Anchor, Box } from './anchor.ts';
import type { ColumnRole } from './column-role.ts';
import type { PassageCorrection } from './correction.ts';
import type { MadeDecision } from './decision.ts';
import type { DrawnRelation } from './drawn-relation.ts';
import type { DecisionId, DocumentId, KeyId, LabelSetId, PassageId, VersionId } from './ids.ts';
import type { ScopeName } from './scope-name.ts';
import type { SheetStatus } from './sheet-status.ts';

export const PASSAGE_KINDS = [
  'heading',
  'paragraph',
  'step',
  'warning',
  'table-row',
  'table',
  'log-entry',
  'drawing-label',
  'caption',
  'definition',
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** Language of a text by the share of its scripts; `none` for numbers, codes and signs alone. */
export type Language = 'zh' | 'en' | 'mixed' | 'none';

/**
 * Where the characters of a passage stand on a page, one run per printed line piece. `edges[i]` is the left edge of the
 * character at `start + i`, the last edge the right end of the run: `end - start + 1` numbers in points, ascending.
 */
export interface GlyphRun {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly y0: number;
  readonly y1: number;
  readonly edges: readonly number[];
}

/**
 * How the characters of a passage came to be known that were recognised in a picture of them. Offsets are UTF-16 units in the
 * passage's text.
 */
export interface Recognition {
  readonly method: 'ocr';
  /** Program, version and trained data that recognised them. */
  readonly engine: string;
  /** Mean over the characters that were recognised, from 0 to 1, as the engine says it. */
  readonly confidence: number;
  /** Words whose confidence is below the floor, by start without overlaps: nothing is said to be a value that rests on them. */
  readonly unsure: readonly { readonly start: number; readonly end: number; readonly confidence: number }[];
  /** Signs that stand in the text other than they were recognised, because only so they are a code or a unit; by start. */
  readonly repairs: readonly { readonly start: number; readonly end: number; readonly recognised: string }[];
}

/** Below this confidence, as engines give it, a word is as likely misread as not. */
export const RECOGNITION_FLOOR = 0.5;

/** One cell of a `table-row` or `log-entry`; `start`/`end` are UTF-16 offsets in the passage's text. */
export interface Cell {
  readonly column: string;
  readonly role?: ColumnRole;
  /** The decision of a person that gave the column this role, or took it away. */
  readonly decision?: DecisionId;
  readonly start: number;
  readonly end: number;
}

/** A label that holds for several rows of a table: a cell that spans them, or a row of one cell that heads those below it. */
export interface RowLabel {
  readonly text: string;
  /** Order of the passage in which it is printed; absent where its words are in no passage of their own. */
  readonly order?: number;
  /** Column of a spanning cell; absent for a label over the whole width. */
  readonly column?: string;
}

/**
 * Where a passage stands in the structure of its document, as its parser knows it. An element (section, list, table) is named by
 * the `order` of the passage of the same version that opens it: by place, never by text.
 */
export interface PassageStructure {
  /** The heading that opens the innermost section; of a heading, the one around its own. Absent where no heading stands before. */
  readonly section?: number;
  /** Of a heading its depth, of an item of a list its nesting; from 1. */
  readonly level?: number;
  /** Of a step that is set as a title (`Step 2: …`) the depth of the section that it opens beside; from 1. */
  readonly title?: number;
  /**
   * The first item of the outermost list it is part of. What stands between two items of one list (a warning, a note, a second
   * paragraph) is part of it, whether it carries the number or not.
   */
  readonly list?: number;
  /** The first row of the table it is a row of. */
  readonly table?: number;
  /** What introduces the list or table: a bold line, a line that ends in a colon, the title of a callout, a caption. */
  readonly leadIn?: { readonly order?: number; readonly text: string };
  /** Labels of a row that stand in rows above it, outermost first. */
  readonly rowLabels?: readonly RowLabel[];
  /** Of what stands on a drawing that is a page of its document: the first passage of that sheet. */
  readonly sheet?: number;
  /** What the sheet it stands on is stamped with; absent where nothing is stamped, and of what stands on no drawing. */
  readonly stamp?: SheetStatus;
  /** What lines show of the things that a label names; absent where nothing is. */
  readonly drawn?: readonly DrawnRelation[];
}

/**
 * The smallest piece of a document that can be cited. Text is NFC as read; all offsets are UTF-16 units in `text`.
 * Cells of a row are joined with a tab, log cells likewise; headers are in `cells`, not in the text.
 */
export interface Passage {
  readonly id: PassageId;
  readonly versionId: VersionId;
  readonly kind: PassageKind;
  readonly text: string;
  readonly language: Language;
  /** Titles of the enclosing sections, outermost first, for people and for ranking; `structure` says which sections they are. */
  readonly headings: readonly string[];
  readonly structure: PassageStructure;
  readonly anchors: readonly Anchor[];
  /** Place in the reading order of the version, from 0, without gaps. */
  readonly order: number;
  readonly cells?: readonly Cell[];
  /** Present for passages of PDF documents and pictures only. */
  readonly runs?: readonly GlyphRun[];
  /** Present where its characters, or some of them, were recognised in a picture. */
  readonly recognition?: Recognition;
  /** Number or letter printed before a step (`3`, `a`, `①`). */
  readonly marker?: string;
  /** Equipment the passage is about; filled by extraction, empty when it speaks of the whole document's subject. */
  readonly scope: readonly KeyId[];
  /** What people corrected, ordered by start without overlaps; the text stays as printed. */
  readonly corrections?: readonly PassageCorrection[];
  /** Of a passage as corrected (`asCorrected`): as the document has it. */
  readonly printed?: Passage;
}

/** A passage with what a reader must know of its document to cite it and to weigh it. */
export interface StoredPassage {
  readonly passage: Passage;
  readonly documentId: DocumentId;
  readonly labelSet: LabelSetId;
  /** Told apart from equal titles that the reader may read (`distinctTitles`). */
  readonly title: string;
  /** Of its document: where it came from, with the folders that people put it in. */
  readonly uri: string;
  readonly documentNumber?: string;
  readonly revision?: string;
  readonly authority: Authority;
  /** Milliseconds since 1970, UTC. */
  readonly effective?: number;
  /** What all of its document is about. */
  readonly scopeNames?: readonly ScopeName[];
  /** Place among the revisions of its family: 0 is the valid one, higher is older. */
  readonly age: number;
  /** Analysed tokens of `text` and headings, as the index was given them. */
  readonly tokens: readonly string[];
  /** Present when text or place are not those that its id was made of: changed where it is kept, and evidence of nothing. */
  readonly damaged?: true;
  /** Decisions that its corrections rest on. */
  readonly decisions?: readonly Pick<MadeDecision, 'id' | 'actor' | 'at' | 'reason'>[];
}

/** What a passage is ranked by: read for hundreds of candidates a search, so without text, anchors and glyphs. */
export interface RankablePassage extends Pick<Passage, 'id' | 'versionId' | 'kind' | 'language' | 'order' | 'scope'> {
  readonly documentId: DocumentId;
  /** As in `StoredPassage`. */
  readonly age: number;
  readonly tokens: readonly string[];
  /** Tokens of the passages that stand next to it (`ordersNear`), in order. */
  readonly near: readonly (readonly string[])[];
  /** Of its document, as it is printed or was given: not told apart from equal ones. */
  readonly title: string;
  /** Of its document. */
  readonly uri: string;
}

/** Who stands behind a document, strongest first. `generated`: it says that AI generated it, whoever sent it. */
export const AUTHORITIES = ['approved-manual', 'oem-bulletin', 'site-procedure', 'log', 'anonymous', 'generated'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/**
 * Anchors of a span of a passage: boxes cut at glyph edges for PDF, the cell's column for rows, narrowed offsets for blocks.
 * Offsets are clamped to the text; an empty span gives the passage's own anchors.
 */
export function spanAnchors(passage: Passage, start: number, end: number): readonly Anchor[] {
  const from = Math.max(0, start);
  const to = Math.min(passage.text.length, end);
  if (to <= from) return passage.anchors;
  if (passage.runs !== undefined) return pageAnchors(passage.runs, from, to);
  return passage.anchors.map((anchor): Anchor => {
    if (anchor.kind === 'block') return { ...anchor, start: anchor.start + from, end: anchor.start + to };
    if (anchor.kind !== 'row') return anchor;
    const touched = (passage.cells ?? []).filter((cell) => cell.start < to && cell.end > from);
    const only = touched.length === 1 ? touched[0] : undefined;
    return only === undefined ? anchor : { ...anchor, column: only.column };
  });
}

function pageAnchors(runs: readonly GlyphRun[], start: number, end: number): Anchor[] {
  const pages = new Map<number, Box[]>();
  for (const run of runs) {
    if (run.end <= start || run.start >= end) continue;
    const x0 = run.edges[Math.max(start, run.start) - run.start];
    const x1 = run.edges[Math.min(end, run.end) - run.start];
    if (x0 === undefined || x1 === undefined) continue;
    const boxes = pages.get(run.page) ?? [];
    boxes.push({ x0: Math.min(x0, x1), y0: run.y0, x1: Math.max(x0, x1), y1: run.y1 });
    pages.set(run.page, boxes);
  }
  return [...pages.entries()].sort(([a], [b]) => a - b).map(([page, boxes]) => ({ kind: 'page', page, boxes }));
}
