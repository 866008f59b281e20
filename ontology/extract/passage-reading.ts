import {
  type ColumnRole,
  type IdentifierMention,
  type Key,
  type Passage,
  sheetOf,
  type TagGrammar,
  titlesAbove,
} from '../../kernel/index.ts';
import { columnRoles } from '../columns/column-roles.ts';
import { drawingLabel } from '../languages/drawing-labels.ts';
import type { ExtractionDraft } from './extraction-draft.ts';
import { type ConceptMention, findConcepts } from './find-concepts.ts';

/** A filled cell of a row; offsets in the passage's text. */
export interface RowCell {
  readonly column: string;
  readonly role: ColumnRole | undefined;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A passage with what every extractor needs to know of it, found once. */
export interface PassageReading {
  readonly draft: ExtractionDraft;
  readonly grammar: TagGrammar;
  readonly title: string;
  readonly passage: Passage;
  readonly identifiers: readonly IdentifierMention[];
  readonly concepts: readonly ConceptMention[];
  readonly cells: readonly RowCell[];
  /** Tags that the passage is about: those of its row, else of its words and headings; empty where it is about what the title names. */
  readonly scope: readonly Key[];
  /** Whom facts without a subject of their own are about: tags of row, headings or title, else the equipment class named above, else the document. */
  readonly subjects: readonly Key[];
}

/** Cells whose codes name no place, whatever their shape: an alarm `A-107` looks like a tag, and so does the number of a drawing. */
function isCodeCell(cell: RowCell, isOnDrawing: boolean): boolean {
  if (isOnDrawing && cell.column !== '' && drawingLabel(cell.column) !== undefined) return true;
  return cell.role === 'alarm-code' || cell.role === 'part-number' || cell.role === 'order-number';
}

/** What may follow a tag in its cell and belongs to it: the feeder of a panel, `MCC-1/F02`. */
const SUB_DESIGNATION = /^\/\p{Lu}{1,3}\d{1,4}$/u;
/** More tags than this in a heading list what a chapter covers; they are no subject of each of its facts. */
const MOST_SUBJECTS = 4;

export function readPassage(draft: ExtractionDraft, title: string, passage: Passage, grammar: TagGrammar): PassageReading {
  const identifiers = grammar.find(passage.text);
  const concepts = findConcepts(passage.text);
  const cells = rowCells(passage);
  const above = tagsAbove(draft, titlesAbove(passage), grammar);
  const assetCells = cells.filter((cell) => cell.role === 'asset');
  const isOnDrawing = sheetOf(passage) !== undefined;
  const free = identifiers.filter(
    (mention) => !cells.some((cell) => isCodeCell(cell, isOnDrawing) && cell.start <= mention.start && mention.end <= cell.end),
  );
  const assets = distinct(assetCells.flatMap((cell) => assetKeys(draft, cell, identifiers)));
  const scope = assets.length > 0 ? assets : distinct([...above, ...free.flatMap((mention) => tagKeys(draft, mention))]);
  const subjects = assets.length > 0 ? assets : subjectsAbove(draft, title, passage, above, grammar);
  return { draft, grammar, title, passage, identifiers: free, concepts, cells, scope, subjects };
}

/** Key of the tag that a mention names, none for other identifiers. */
export function tagKeys(draft: ExtractionDraft, mention: IdentifierMention): readonly Key[] {
  if (mention.identifier.kind !== 'tag') return [];
  return [draft.key('FunctionalLocation', 'tag', mention.identifier.text)].flatMap((key) => key ?? []);
}

/** Keys of an asset cell: its tags; a serial number; else the machine by the name that the log gives it. */
function assetKeys(draft: ExtractionDraft, cell: RowCell, identifiers: readonly IdentifierMention[]): readonly Key[] {
  const inside = identifiers.filter((mention) => mention.start >= cell.start && mention.end <= cell.end);
  const tags = inside.flatMap((mention) => tagKeys(draft, mention));
  const first = inside[0];
  if (first !== undefined && tags.length === 1 && SUB_DESIGNATION.test(cell.text.slice(first.end - cell.start))) {
    return [draft.key('FunctionalLocation', 'tag', cell.text)].flatMap((key) => key ?? []);
  }
  if (tags.length > 0) return tags;
  const serial = inside.find((mention) => mention.identifier.kind === 'serial');
  const key = serial === undefined ? draft.key('Asset', 'name', cell.text) : draft.key('Asset', 'serial', serial.identifier.text);
  return key === undefined ? [] : [key];
}

/** Tags of the first title that names any; the innermost stands first. */
function tagsAbove(draft: ExtractionDraft, titles: readonly string[], grammar: TagGrammar): readonly Key[] {
  for (const text of titles) {
    const tags = distinct(grammar.find(text).flatMap((mention) => tagKeys(draft, mention)));
    if (tags.length > 0) return tags;
  }
  return [];
}

function subjectsAbove(
  draft: ExtractionDraft,
  title: string,
  passage: Passage,
  above: readonly Key[],
  grammar: TagGrammar,
): readonly Key[] {
  for (const tags of [above, tagsAbove(draft, [title], grammar)]) if (tags.length > 0 && tags.length <= MOST_SUBJECTS) return tags;
  return generalSubjects(draft, title, passage);
}

function generalSubjects(draft: ExtractionDraft, title: string, passage: Passage): readonly Key[] {
  for (const text of [...titlesAbove(passage), title]) {
    const found = findConcepts(text).find((mention) => mention.concept.kind === 'EquipmentClass');
    if (found !== undefined) return [draft.conceptKey(found.concept)];
  }
  const document = draft.key('Document', 'name', title);
  return document === undefined ? [] : [document];
}

/** What forms and tables have where nothing is said: strokes, `n/a`, boxes that nobody has ticked. */
const UNFILLED = /^(?:[-–—/\\]+|n\/a|[□☐]+)$/i;

function rowCells(passage: Passage): readonly RowCell[] {
  const cells = passage.cells ?? [];
  const roles = cells.some((cell) => cell.role !== undefined)
    ? cells.map((cell) => cell.role)
    : columnRoles(cells.map((cell) => cell.column));
  return cells.flatMap((cell, at) => {
    const text = passage.text.slice(cell.start, cell.end);
    const lead = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed === '' || UNFILLED.test(trimmed)) return [];
    const start = cell.start + lead;
    return [{ column: cell.column, role: roles[at], text: trimmed, start, end: start + trimmed.length }];
  });
}

function distinct(keys: readonly Key[]): readonly Key[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
