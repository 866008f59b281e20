import { type Box, type DrawnRelation, findQuantities, type SheetStatus, type TagGrammar } from '../../../kernel/index.ts';
import { isOneLineTitle, stepMarker } from '../../../ontology/index.ts';
import { holds, middleOf } from '../../plane/geometry.ts';
import { around } from '../model/box-of.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import { drawnRelations } from '../piping/drawn-relations.ts';
import type { DrawnEnd, Piping } from '../piping/piping.ts';
import { readOneLine } from '../piping/read-one-line.ts';
import { readPiping } from '../piping/read-piping.ts';
import type { Draft, LeftOut } from './draft.ts';
import { gridOf } from './grid-table.ts';
import { groupLines } from './group-lines.ts';
import { joinBalloons, type TextGroup } from './join-balloons.ts';
import { type PlacedText, placedTexts } from './placed-text.ts';
import { readStamps } from './read-stamps.ts';
import { type RevisionTable, revisionTables } from './revision-tables.ts';
import { ruledTables } from './ruled-tables.ts';
import { rulingsOf } from './rulings.ts';
import { statedLabels } from './stated-labels.ts';
import { tableDrafts } from './table-rows.ts';
import { readTitleBlock, type TitleField } from './title-block.ts';
import { placesOf, titleRows } from './title-rows.ts';

/** What a sheet says, in the order: its title block, its tables, then labels and notes from the top to the bottom. */
export interface SheetReading {
  readonly name: string;
  readonly fields: readonly TitleField[];
  /** The newest row of each table of revisions. */
  readonly newest: readonly RevisionTable['newest'][];
  readonly drafts: readonly Draft[];
  readonly leftOut: readonly LeftOut[];
  /** What it is stamped with. */
  readonly stamps: readonly SheetStatus[];
}

/** Words from which a label is a sentence or note. */
const WORDS_OF_A_NOTE = 7;
const HAN_OF_A_NOTE = 16;
/** A table of revisions begins with a header and one row. */
const FEWEST_ROWS_OF_HISTORY = 2;

/** Reads a sheet: what it says, where, and how the pieces belong together. `isNamed`: its name opens it as a heading. */
export function readSheet(sheet: DrawingSheet, grammar: TagGrammar, isNamed: boolean): SheetReading {
  const all = placedTexts(sheet);
  const stated = statedLabels(sheet, all);
  const texts = stated === undefined ? all : all.filter((text) => !stated.taken.has(text));
  const rulings = rulingsOf(sheet);
  const histories = revisionTables(ruledTables(texts, rulings, FEWEST_ROWS_OF_HISTORY));
  const inHistory = new Set(histories.flatMap((table) => table.texts));
  const unruled = texts.filter((text) => !inHistory.has(text));
  const fields = readTitleBlock(unruled, rulings);
  const inTitle = new Set(fields.flatMap(({ label, value }) => [label, value]));
  const outside = unruled.filter((text) => !inTitle.has(text));
  const ruled = ruledTables(outside, rulings);
  const inTable = new Set(ruled.flatMap((table) => table.texts));
  const free = outside.filter((text) => !inTable.has(text));
  const balloons = joinBalloons(sheet, free, grammar);
  const inBalloon = new Set(balloons.flatMap(({ parts }) => parts));
  const labels = [
    ...(stated?.labels ?? []),
    ...balloons,
    ...groupLines(
      free.filter((text) => !inBalloon.has(text)),
      rulings,
      grammar,
    ),
  ].sort(byPlace);
  let drafts: Draft[] = [];
  const box = around(sheet.elements);
  const known = sheet.elements.flatMap((element) => (element.kind === 'table' && !element.isHidden ? [gridOf(element)] : []));
  const tables = [...histories, ...known, ...ruled];
  if (isNamed && box !== undefined && all.length + tables.length > 0) {
    drafts.push({ kind: 'heading', text: sheet.name, places: [{ entity: sheet.name, box }] });
  }
  drafts = [...drafts, ...titleRows(fields, drafts.length)];
  for (const table of tables) drafts = [...drafts, ...tableDrafts(table, drafts.length)];
  const taken = [...fields.flatMap(({ label, value }) => [label, value]), ...tables.flatMap((table) => table.places.flat())].flatMap(
    (one) => one?.box ?? [],
  );
  const isTaken = (box: Box): boolean => taken.some((one) => holds(box, middleOf(one)));
  const isOneLine = saysOneLine(fields, free);
  const piping =
    stated?.piping ??
    readOneLine(sheet, { texts: free, balloons, labels }, isTaken, grammar, isOneLine) ??
    readPiping(sheet, free, balloons, isTaken, grammar);
  const drawnOf = drawnRelations(sheet.unsure === undefined ? piping : surely(piping, sheet.unsure));
  drafts = [...drafts, ...labels.map((label) => labelDraft(label, drawnOf(label), grammar))];
  const stamps = readStamps({ sheet, texts, fields, tables, labels, rulings });
  return { name: sheet.name, fields, newest: histories.map((table) => table.newest), drafts, leftOut: leftOut(sheet), stamps };
}

/** UTF-16 units of a title that stands over what is drawn, at most. */
const LONGEST_TITLE = 40;

/** By its title block; where that says no title, by words that stand alone. */
function saysOneLine(fields: readonly TitleField[], free: readonly PlacedText[]): boolean {
  const titles = fields.filter(({ role }) => role === 'title').map(({ text }) => text);
  const heads = free.flatMap(({ text }) => (text.length <= LONGEST_TITLE ? [text] : []));
  return (titles.length > 0 ? titles : heads).some(isOneLineTitle);
}

/** What lines in a picture show is as sure as they are followed in it, at most. */
const FOLLOWED = 0.7;

/** What lines show between things whose names were recognised surely. */
function surely({ links, instruments, roles = [] }: Piping, unsure: ReadonlySet<string>): Piping {
  const isSure = ({ text }: DrawnEnd): boolean => text === undefined || !unsure.has(text.id);
  return {
    links: links
      .filter(({ from, to }) => isSure(from) && isSure(to))
      .map((link) => ({ ...link, confidence: Math.min(FOLLOWED, link.confidence) })),
    instruments: instruments.filter(isSure),
    roles: roles.filter(({ end }) => isSure(end)),
  };
}

function byPlace(a: TextGroup, b: TextGroup): number {
  const [first, second] = [a.parts[0], b.parts[0]];
  return b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0 || ((first?.id ?? '') < (second?.id ?? '') ? -1 : 1) || 0;
}

function labelDraft({ parts, text }: TextGroup, drawn: readonly DrawnRelation[], grammar: TagGrammar): Draft {
  const isNote =
    stepMarker(text) !== undefined ||
    wordsBesideValues(text, grammar) >= WORDS_OF_A_NOTE ||
    (text.match(/\p{sc=Han}/gu)?.length ?? 0) >= HAN_OF_A_NOTE;
  return { kind: isNote ? 'paragraph' : 'drawing-label', text, places: parts.flatMap(placesOf), ...(drawn.length === 0 ? {} : { drawn }) };
}

/** Words of a text but for its codes and quantities: `BUS-1 400 V 50 Hz 630 A` is no sentence. */
function wordsBesideValues(text: string, grammar: TagGrammar): number {
  let rest = text;
  for (const { start, end } of [...grammar.find(text), ...findQuantities(text, grammar)].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.split(/\s+/u).filter((word) => word !== '').length;
}

/** Words that are in no passage: of layers that are not shown, and names of attributes where no attribute is set. */
function leftOut({ elements }: DrawingSheet): readonly LeftOut[] {
  return elements.flatMap((element): LeftOut[] => {
    if (element.kind !== 'text' || element.text.trim() === '') return [];
    const place = { entity: element.id, box: element.box, text: element.text };
    if (element.isHidden) return [{ ...place, reason: 'hidden-layer' }];
    return element.form === 'placeholder' ? [{ ...place, reason: 'markup' }] : [];
  });
}
