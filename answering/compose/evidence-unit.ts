import {
  type Cell,
  type ColumnRole,
  fold,
  type QuantityMention,
  type RowLabel,
  type StoredPassage,
  type TagGrammar,
  titlesAbove,
} from '../../kernel/index.ts';
import { columnRoles, findConcepts, findPolarities, type PolarityMember, splitSentences } from '../../ontology/index.ts';
import { memo } from '../../retrieval/index.ts';
import { type BoundQuantity, rowQuantities, wordSet } from '../verify/source-text.ts';

/** Words, vocabulary entries and codes of a text: what a term of the question is looked up in. */
export interface Bag {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Members of polarity sets that the text asserts. */
  readonly members: ReadonlySet<PolarityMember>;
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
  readonly title: Bag;
}

/** Gives the passage of the same version that stands at a place in its reading order, where it is at hand. */
export type PrintedAt = (order: number) => StoredPassage | undefined;

/** Rows as one unit, other passages sentence by sentence; headings without cells are no evidence of their own. */
export function evidenceUnits(stored: StoredPassage, grammar: TagGrammar, printedAt: PrintedAt = () => undefined): EvidenceUnit[] {
  const { passage } = stored;
  if (passage.kind === 'table' || (passage.kind === 'heading' && passage.cells === undefined)) return [];
  const headings = titlesAbove(passage).map((text) => bagOf(text, grammar));
  const title = bagOf(stored.title, grammar);
  if (passage.cells !== undefined) {
    const labels = labelsOf(stored, printedAt);
    const cells = unitCells(stored, grammar);
    const quantities = quantitiesOf(passage.text, passage.cells, grammar).map(({ mention }) => mention);
    const bag = bagOf([...labels.map((label) => label.text), passage.text].join('\t'), grammar);
    return [{ stored, start: 0, end: passage.text.length, text: passage.text, cells, quantities, bag, headings, labels, title }];
  }
  return splitSentences(passage.text, passage.language).map(({ start, end }) => {
    const text = passage.text.slice(start, end);
    const quantities = quantitiesOf(passage.text, [{ column: '', start, end }], grammar).map(({ mention }) => mention);
    return { stored, start, end, text, cells: [], quantities, bag: bagOf(text, grammar), headings, labels: [], title };
  });
}

function labelsOf({ passage }: StoredPassage, printedAt: PrintedAt): UnitLabel[] {
  return (passage.structure.rowLabels ?? []).map((label) => {
    const stored = label.order === undefined ? undefined : printedAt(label.order);
    return stored === undefined ? label : { ...label, stored };
  });
}

/** The cells of a row, those among them that span from a row above. */
function unitCells({ passage }: StoredPassage, grammar: TagGrammar): UnitCell[] {
  const cells = passage.cells ?? [];
  const bound = quantitiesOf(passage.text, cells, grammar);
  const isFilled = (cell: Cell) => passage.text.slice(cell.start, cell.end).trim() !== '';
  const spanning = (passage.structure.rowLabels ?? []).filter(
    ({ column }) => column !== undefined && !cells.some((cell) => cell.column === column && isFilled(cell)),
  );
  const spans = new Set(spanning.map(({ column }) => column));
  return [
    ...spanning.map(({ text, column = '' }) => spanningCell(text, column, cells, grammar)),
    ...cells
      .filter((cell) => !spans.has(cell.column))
      .map((cell): UnitCell => {
        const text = passage.text.slice(cell.start, cell.end);
        return {
          column: cell.column,
          ...(cell.role === undefined ? {} : { role: cell.role }),
          start: cell.start,
          end: cell.end,
          text,
          bag: bagOf(text, grammar),
          header: bagOf(cell.column, grammar),
          quantities: bound.filter(({ mention }) => mention.start >= cell.start && mention.start < cell.end).map(({ mention }) => mention),
        };
      }),
  ];
}

function spanningCell(text: string, column: string, cells: readonly Cell[], grammar: TagGrammar): UnitCell {
  const known = cells.find((cell) => cell.column === column)?.role;
  const role = known ?? columnRoles([column, ...cells.map((cell) => cell.column)])[0];
  const start = cells[0]?.start ?? 0;
  const place = {
    column,
    start,
    end: start,
    text: '',
    bag: bagOf(text, grammar),
    inherited: text,
    header: bagOf(column, grammar),
    quantities: [],
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
  const members = findPolarities(text).filter(({ denied }) => !denied);
  // `Minimum flow` is an entry of its own and a flow.
  const plain = members.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
  const concepts = [...findConcepts(text), ...(members.length === 0 ? [] : findConcepts(plain))];
  return {
    folded: fold(text).replace(/\s+/g, ' '),
    words: wordSet(text),
    concepts: new Set(concepts.map((mention) => mention.concept.id)),
    codes: new Set(grammar.find(text).map((mention) => mention.identifier.folded)),
    members: new Set(members.map(({ member }) => member)),
  };
}
