import { type Cell, type ColumnRole, findIdentifiers, fold, type QuantityMention, type StoredPassage } from '../../kernel/index.ts';
import { findConcepts, findPolarities, type PolarityMember, splitSentences } from '../../ontology/index.ts';
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
  /** Words of an empty cell that spans from a row above: the reader of the document put them among the titles. */
  readonly inherited?: string;
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
  /** Titles of the sections around it, innermost first. */
  readonly headings: readonly Bag[];
  readonly title: Bag;
}

/** Rows as one unit, other passages sentence by sentence; headings are no evidence of their own. */
export function evidenceUnits(stored: StoredPassage): EvidenceUnit[] {
  const { passage } = stored;
  if (passage.kind === 'heading' || passage.kind === 'table') return [];
  const headings = [...passage.headings].reverse().map(bagOf);
  const title = bagOf(stored.title);
  if (passage.cells !== undefined) {
    const bound = quantitiesOf(passage.text, passage.cells);
    const label = inheritedLabel(stored);
    const cells = passage.cells.map((cell, index): UnitCell => {
      const text = passage.text.slice(cell.start, cell.end);
      const inherited = index === 0 ? label : undefined;
      return {
        column: cell.column,
        ...(cell.role === undefined ? {} : { role: cell.role }),
        start: cell.start,
        end: cell.end,
        text,
        bag: bagOf(inherited ?? text),
        ...(inherited === undefined ? {} : { inherited }),
        header: bagOf(cell.column),
        quantities: bound.filter(({ mention }) => mention.start >= cell.start && mention.start < cell.end).map(({ mention }) => mention),
      };
    });
    const quantities = bound.map(({ mention }) => mention);
    return [
      { stored, start: 0, end: passage.text.length, text: passage.text, cells, quantities, bag: bagOf(passage.text), headings, title },
    ];
  }
  return splitSentences(passage.text, passage.language).map(({ start, end }) => {
    const text = passage.text.slice(start, end);
    const quantities = quantitiesOf(passage.text, [{ column: '', start, end }]).map(({ mention }) => mention);
    return { stored, start, end, text, cells: [], quantities, bag: bagOf(text), headings, title };
  });
}

/** A row whose first cell is empty continues the row above; its label stands before the caption among the titles. */
export function inheritedLabel({ passage }: StoredPassage): string | undefined {
  const first = passage.cells?.[0];
  if (first === undefined || passage.text.slice(first.start, first.end).trim() !== '') return undefined;
  return passage.headings.at(-2);
}

const bags = memo<Bag>(40_000);
const rows = memo<readonly BoundQuantity[]>(20_000);

export function bagOf(text: string): Bag {
  return bags(text, () => makeBag(text));
}

function quantitiesOf(text: string, cells: readonly Cell[]): readonly BoundQuantity[] {
  return rows(JSON.stringify([text, cells]), () => rowQuantities(text, cells));
}

function makeBag(text: string): Bag {
  const members = findPolarities(text).filter(({ denied }) => !denied);
  // `Minimum flow` is an entry of its own and a flow.
  const plain = members.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
  const concepts = [...findConcepts(text), ...(members.length === 0 ? [] : findConcepts(plain))];
  return {
    folded: fold(text).replace(/\s+/g, ' '),
    words: wordSet(text),
    concepts: new Set(concepts.map((mention) => mention.concept.id)),
    codes: new Set(findIdentifiers(text).map((mention) => mention.identifier.folded)),
    members: new Set(members.map(({ member }) => member)),
  };
}
