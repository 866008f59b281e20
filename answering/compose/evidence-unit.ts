import {
  type Cell,
  type ColumnRole,
  findQuantities,
  fold,
  type IdentifierMention,
  type QuantityMention,
  type RowLabel,
  type StoredPassage,
  type TagGrammar,
  titlesAbove,
} from '../../kernel/index.ts';
import {
  columnRoles,
  type Designation,
  findConcepts,
  findDesignations,
  findPolarities,
  type PolarityMember,
  splitSentences,
} from '../../ontology/index.ts';
import { memo } from '../../retrieval/index.ts';
import { type BoundQuantity, rowQuantities, wordSet } from '../verify/source-text.ts';
import { documentNames } from './document-names.ts';
import { type ReadLabel, type ReadRow, readAsRow } from './read-as-row.ts';

/** Words, vocabulary entries and codes of a text: what a term of the question is looked up in. */
export interface Bag {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Machines that are told from their like without a code (`pump no. 7`). */
  readonly designations: readonly Designation[];
  /** Designations with the code that is printed beside them (`pump no. 7 (P-607)`). */
  readonly appositions: readonly Apposition[];
  /** Members of polarity sets that the text asserts. */
  readonly members: ReadonlySet<PolarityMember>;
}

export interface Apposition {
  readonly designation: Designation;
  /** Folded. */
  readonly code: string;
}

export interface UnitCell {
  readonly column: string;
  readonly role?: ColumnRole;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly bag: Bag;
  readonly header: Bag;
  readonly quantities: readonly QuantityMention[];
  /** Words of a cell of a row above that spans this row; the row itself prints nothing here. */
  readonly inherited?: string;
}

/** A label of a row above, with the passage that prints it where that is at hand. */
export interface UnitLabel extends RowLabel {
  readonly stored?: StoredPassage;
}

/** The smallest thing that can answer: a table row with its cells, or a sentence. Offsets are in the passage's text. */
export interface EvidenceUnit {
  readonly stored: StoredPassage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly cells: readonly UnitCell[];
  readonly quantities: readonly QuantityMention[];
  readonly bag: Bag;
  /** What stands above it (`titlesAbove`), innermost first. */
  readonly headings: readonly Bag[];
  /** Labels of rows above that hold for this row, outermost first: it is never quoted without them. */
  readonly labels: readonly UnitLabel[];
  /** Of its document: title and names of scope. */
  readonly title: Bag;
}

/** Gives the passage of the same version that stands at a place in its reading order, where it is at hand. */
export type PrintedAt = (order: number) => StoredPassage | undefined;

/**
 * Rows as one unit, other passages sentence by sentence; an item that its titles make a row (`readAsRow`) both ways. Headings without
 * cells are no evidence of their own.
 */
export function evidenceUnits(stored: StoredPassage, grammar: TagGrammar, printedAt: PrintedAt = () => undefined): EvidenceUnit[] {
  const { passage } = stored;
  if (passage.kind === 'table' || (passage.kind === 'heading' && passage.cells === undefined)) return [];
  const headings = titlesAbove(passage).map((text) => bagOf(text, grammar));
  const title = bagOf(documentNames(stored), grammar);
  const row = readAsRow(passage);
  const rowUnits = row === undefined ? [] : [rowUnit(stored, row, grammar, printedAt, headings, title)];
  if (passage.cells !== undefined) return rowUnits;
  const sentences = splitSentences(passage.text, passage.language).map(({ start, end }): EvidenceUnit => {
    const text = passage.text.slice(start, end);
    const quantities = quantitiesOf(passage.text, [{ column: '', start, end }], grammar).map(({ mention }) => mention);
    return { stored, start, end, text, cells: [], quantities, bag: bagOf(text, grammar), headings, labels: [], title };
  });
  return [...rowUnits, ...sentences];
}

function rowUnit(
  stored: StoredPassage,
  row: ReadRow,
  grammar: TagGrammar,
  printedAt: PrintedAt,
  headings: readonly Bag[],
  title: Bag,
): EvidenceUnit {
  const { text } = stored.passage;
  const labels = row.labels.map((label): UnitLabel => {
    const printed = label.order === undefined ? undefined : printedAt(label.order);
    return printed === undefined ? label : { ...label, stored: printed };
  });
  const quantities = quantitiesOf(text, row.cells, grammar).map(({ mention }) => mention);
  const bag = bagOf([...labels.map((label) => label.text), text].join('\t'), grammar);
  return { stored, start: 0, end: text.length, text, cells: unitCells(text, row, grammar), quantities, bag, headings, labels, title };
}

/** The cells of a row, those among them that span from a row above. */
function unitCells(text: string, { cells, labels }: ReadRow, grammar: TagGrammar): UnitCell[] {
  const bound = quantitiesOf(text, cells, grammar);
  const isFilled = (cell: Cell) => text.slice(cell.start, cell.end).trim() !== '';
  const spanning = labels.filter(
    ({ column, role }) => column !== undefined && (role !== undefined || !cells.some((cell) => cell.column === column && isFilled(cell))),
  );
  const spans = new Set(spanning.flatMap(({ column, role }) => (role === undefined ? column : [])));
  return [
    ...spanning.map((label) => spanningCell(label, cells, grammar)),
    ...cells
      .filter((cell) => !spans.has(cell.column))
      .map((cell): UnitCell => {
        const words = text.slice(cell.start, cell.end);
        return {
          column: cell.column,
          ...(cell.role === undefined ? {} : { role: cell.role }),
          start: cell.start,
          end: cell.end,
          text: words,
          bag: bagOf(words, grammar),
          header: bagOf(cell.column, grammar),
          quantities: bound.filter(({ mention }) => mention.start >= cell.start && mention.start < cell.end).map(({ mention }) => mention),
        };
      }),
  ];
}

function spanningCell({ text, column = '', role: told }: ReadLabel, cells: readonly Cell[], grammar: TagGrammar): UnitCell {
  const known = told ?? cells.find((cell) => cell.column === column)?.role;
  const role = known ?? columnRoles([column, ...cells.map((cell) => cell.column)])[0];
  const start = cells[0]?.start ?? 0;
  const quantities = findQuantities(text, grammar);
  const place = {
    column,
    start,
    end: start,
    text: '',
    bag: bagOf(text, grammar),
    inherited: text,
    header: bagOf(column, grammar),
    quantities,
  };
  return role === undefined ? place : { ...place, role };
}

const bags = memo<Bag>(40_000);
const rows = memo<readonly BoundQuantity[]>(20_000);

export function bagOf(text: string, grammar: TagGrammar): Bag {
  return bags(`${grammar.digest} ${text}`, () => makeBag(text, grammar));
}

function quantitiesOf(text: string, cells: readonly Cell[], grammar: TagGrammar): readonly BoundQuantity[] {
  return rows(JSON.stringify([grammar.digest, text, cells]), () => rowQuantities(text, cells, grammar));
}

function makeBag(text: string, grammar: TagGrammar): Bag {
  const mentions = grammar.find(text);
  const measured = findQuantities(text, grammar).filter(({ quantity }) => quantity.dimension !== 'none');
  const designations = findDesignations(text, mentions, measured);
  const members = findPolarities(text).filter(({ denied }) => !denied);
  // `Minimum flow` is an entry of its own and a flow.
  const plain = members.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
  const concepts = [...findConcepts(text), ...(members.length === 0 ? [] : findConcepts(plain))];
  return {
    folded: fold(text).replace(/\s+/g, ' '),
    words: wordSet(text),
    concepts: new Set(concepts.map((mention) => mention.concept.id)),
    codes: new Set(mentions.map((mention) => mention.identifier.folded)),
    designations,
    appositions: appositionsIn(text, designations, mentions),
    members: new Set(members.map(({ member }) => member)),
  };
}

/** What may stand between a designation and the code that it goes by: `pump no. 7 (P-607)`, `P-607, pump no. 7`, `2号泵（P-102）`. */
const APPOSED = /^\s?(?:[(（[［,，/、:：=]|is|=)?\s?$/u;

function appositionsIn(text: string, designations: readonly Designation[], mentions: readonly IdentifierMention[]): Apposition[] {
  return designations.flatMap((designation) =>
    mentions
      .filter(({ start, end }) => {
        const between = start >= designation.end ? text.slice(designation.end, start) : text.slice(end, designation.start);
        return (start >= designation.end || end <= designation.start) && APPOSED.test(between);
      })
      .map(({ identifier }) => ({ designation, code: identifier.folded })),
  );
}
