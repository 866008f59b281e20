import {
  type Cell,
  type ColumnRole,
  findQuantities,
  fold,
  type IdentifierMention,
  maskSpans,
  type Passage,
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
  type PolarityMention,
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

/** What a passage says of itself, whatever its document is called and whatever prints its labels. */
type OwnUnit = Omit<EvidenceUnit, 'stored' | 'title' | 'labels'> & { readonly labels: readonly ReadLabel[] };

/**
 * Rows as one unit, other passages sentence by sentence; an item that its titles make a row (`readAsRow`) both ways. Headings without
 * cells are no evidence of their own.
 */
export function evidenceUnits(stored: StoredPassage, grammar: TagGrammar, printedAt: PrintedAt = () => undefined): EvidenceUnit[] {
  const own = ownUnits(stored.passage, grammar);
  if (own.length === 0) return [];
  const title = bagOf(documentNames(stored), grammar);
  return own.map((unit): EvidenceUnit => {
    const labels = unit.labels.map((label): UnitLabel => {
      const printed = label.order === undefined ? undefined : printedAt(label.order);
      return printed === undefined ? label : { ...label, stored: printed };
    });
    return { ...unit, stored, labels, title };
  });
}

/** The rows of a table come with every question about it. */
const known = new WeakMap<Passage, { readonly grammar: string; readonly units: readonly OwnUnit[] }>();

function ownUnits(passage: Passage, grammar: TagGrammar): readonly OwnUnit[] {
  const held = known.get(passage);
  if (held?.grammar === grammar.digest) return held.units;
  const units = unitsOf(passage, grammar);
  known.set(passage, { grammar: grammar.digest, units });
  return units;
}

function unitsOf(passage: Passage, grammar: TagGrammar): readonly OwnUnit[] {
  if (passage.kind === 'table' || (passage.kind === 'heading' && passage.cells === undefined)) return [];
  const headings = titlesAbove(passage).map((text) => bagOf(text, grammar));
  const row = readAsRow(passage);
  const rowUnits = row === undefined ? [] : [rowUnit(passage.text, row, grammar, headings)];
  if (passage.cells !== undefined) return rowUnits;
  const sentences = splitSentences(passage.text, passage.language).map(({ start, end }): OwnUnit => {
    const text = passage.text.slice(start, end);
    const quantities = quantitiesOf(passage.text, [{ column: '', start, end }], grammar).map(({ mention }) => mention);
    return { start, end, text, cells: [], quantities, bag: bagOf(text, grammar), headings, labels: [] };
  });
  return [...rowUnits, ...sentences];
}

function rowUnit(text: string, row: ReadRow, grammar: TagGrammar, headings: readonly Bag[]): OwnUnit {
  const quantities = quantitiesOf(text, row.cells, grammar).map(({ mention }) => mention);
  const bag = bagOf([...row.labels.map((label) => label.text), text].join('\t'), grammar);
  const { labels } = row;
  return { start: 0, end: text.length, text, cells: unitCells(text, row, grammar), quantities, bag, headings, labels };
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
  return bags(`${grammar.digest} ${text}`, () => new TextBag(text, grammar));
}

function quantitiesOf(text: string, cells: readonly Cell[], grammar: TagGrammar): readonly BoundQuantity[] {
  return rows(JSON.stringify([grammar.digest, text, cells]), () => rowQuantities(text, cells, grammar));
}

/** Each of what a text says is worked out when it is first looked at: of most cells only words and entries ever are. */
class TextBag implements Bag {
  readonly folded: string;
  readonly #text: string;
  readonly #grammar: TagGrammar;
  #words: ReadonlySet<string> | undefined;
  #concepts: ReadonlySet<string> | undefined;
  #mentions: readonly IdentifierMention[] | undefined;
  #codes: ReadonlySet<string> | undefined;
  #designations: readonly Designation[] | undefined;
  #appositions: readonly Apposition[] | undefined;
  #polarities: readonly PolarityMention[] | undefined;
  #members: ReadonlySet<PolarityMember> | undefined;

  constructor(text: string, grammar: TagGrammar) {
    this.folded = fold(text).replace(/\s+/g, ' ');
    this.#text = text;
    this.#grammar = grammar;
  }

  get words(): ReadonlySet<string> {
    this.#words ??= wordSet(this.#text);
    return this.#words;
  }

  get concepts(): ReadonlySet<string> {
    this.#concepts ??= conceptsIn(this.#text, this.#asserted);
    return this.#concepts;
  }

  get codes(): ReadonlySet<string> {
    this.#codes ??= new Set(this.#found.map((mention) => mention.identifier.folded));
    return this.#codes;
  }

  get designations(): readonly Designation[] {
    this.#designations ??= findDesignations(
      this.#text,
      this.#found,
      findQuantities(this.#text, this.#grammar).filter(({ quantity }) => quantity.dimension !== 'none'),
    );
    return this.#designations;
  }

  get appositions(): readonly Apposition[] {
    this.#appositions ??= appositionsIn(this.#text, this.designations, this.#found);
    return this.#appositions;
  }

  get members(): ReadonlySet<PolarityMember> {
    this.#members ??= new Set(this.#asserted.map(({ member }) => member));
    return this.#members;
  }

  get #found(): readonly IdentifierMention[] {
    this.#mentions ??= this.#grammar.find(this.#text);
    return this.#mentions;
  }

  get #asserted(): readonly PolarityMention[] {
    this.#polarities ??= findPolarities(this.#text).filter(({ denied }) => !denied);
    return this.#polarities;
  }
}

function conceptsIn(text: string, members: readonly PolarityMention[]): ReadonlySet<string> {
  // `Minimum flow` is an entry of its own and a flow.
  const plain = maskSpans(text, members);
  const concepts = [...findConcepts(text), ...(members.length === 0 ? [] : findConcepts(plain))];
  return new Set(concepts.map((mention) => mention.concept.id));
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
