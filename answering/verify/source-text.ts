import { type Cell, findQuantities, foldText, isUnit, languageOf, type QuantityMention, type TagGrammar } from '../../kernel/index.ts';
import { findConcepts, splitSentences, stepMarker } from '../../ontology/index.ts';
import { matchWords } from './match-words.ts';

/** A text that claims are held against. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
  /** Its words as printed, where `text` puts those before it that stand above. */
  readonly printed?: string;
  /** Words around it that belong to its meaning: titles, caption, column headers. They lend words and codes, never quantities. */
  readonly context?: string;
  /** Of a table row or log entry: then the row is one unit, and each quantity belongs to its column. */
  readonly cells?: readonly Cell[];
  /** Place of a step in its procedure, from 0; steps numbered in the text itself are found without it. */
  readonly step?: Step;
}

export interface Step {
  readonly procedure: string;
  readonly index: number;
}

/** A sentence or row of a source: what has to hold together must stand in one of these. */
export interface SourceUnit {
  readonly sourceId: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly quantities: readonly BoundQuantity[];
  /** Folded codes of the unit itself. */
  readonly identifiers: ReadonlySet<string>;
  /** Words and codes lent by titles, caption and column headers. */
  readonly contextWords: ReadonlySet<string>;
  readonly contextIdentifiers: ReadonlySet<string>;
  /** Words around it as they are written. */
  readonly context: string;
  /** Of a row. */
  readonly cells?: readonly { readonly column: string; readonly text: string }[];
  readonly step?: Step;
}

/** A quantity with the header of the column that it stands in. */
export interface BoundQuantity {
  readonly mention: QuantityMention;
  readonly column?: string;
}

/** Units of sources by the grammar that they were found with: a claim and its score are both held against them. */
const found = new WeakMap<SourceText, { readonly grammar: TagGrammar; readonly units: readonly SourceUnit[] }>();

/** Units of a source in order; a row is one unit, other texts are cut into sentences. */
export function sourceUnits(source: SourceText, grammar: TagGrammar): readonly SourceUnit[] {
  const known = found.get(source);
  if (known?.grammar === grammar) return known.units;
  const units = findUnits(source, grammar);
  found.set(source, { grammar, units });
  return units;
}

function findUnits(source: SourceText, grammar: TagGrammar): SourceUnit[] {
  const columns = (source.cells ?? []).map((cell) => cell.column).join(' ; ');
  const context = `${source.context ?? ''} ; ${columns}`;
  const contextWords = wordSet(context);
  const contextIdentifiers = identifierSet(context, grammar);
  const spans = source.cells === undefined ? sentenceSpans(source.text) : [{ start: 0, end: source.text.length }];
  const numbered = spans.filter(({ start, end }) => stepMarker(source.text.slice(start, end)) !== undefined).length > 1;
  let index = -1;
  return spans.map(({ start, end }) => {
    const text = source.text.slice(start, end);
    if (numbered && stepMarker(text) !== undefined) index += 1;
    const step = source.step ?? (index < 0 ? undefined : { procedure: source.id, index });
    return {
      sourceId: source.id,
      text,
      start,
      end,
      words: wordSet(text),
      concepts: new Set(findConcepts(`${text} ; ${columns}`).map((mention) => mention.concept.id)),
      quantities:
        source.cells === undefined
          ? findQuantities(text, grammar).map((mention) => ({ mention }))
          : rowQuantities(source.text, source.cells, grammar),
      identifiers: identifierSet(text, grammar),
      contextWords,
      contextIdentifiers,
      context: source.context ?? '',
      ...(source.cells === undefined
        ? {}
        : { cells: source.cells.map((cell) => ({ column: cell.column, text: source.text.slice(cell.start, cell.end) })) }),
      ...(step === undefined ? {} : { step }),
    };
  });
}

const LINE = /[^\n\r]+/g;

function sentenceSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
    splitSentences(line, languageOf(line)).map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
}

/**
 * Quantities of a row, cell by cell. A bare number takes the unit of its row's unit cell or of its column header, as a reader
 * of the table would.
 */
export function rowQuantities(text: string, cells: readonly Cell[], grammar: TagGrammar): BoundQuantity[] {
  const unitCell = cells.find((cell) => cell.role === 'unit');
  const rowUnit = unitCell === undefined ? '' : text.slice(unitCell.start, unitCell.end).trim();
  return cells.flatMap((cell) => {
    const own = text.slice(cell.start, cell.end);
    const unit = headerUnit(cell.column) ?? (cell.role === 'value' || cell.role === 'tolerance' || cell.role === undefined ? rowUnit : '');
    const direct = findQuantities(own, grammar);
    const bare = direct.length > 0 && direct.every(({ quantity }) => quantity.dimension === 'none');
    const read = bare && unit !== '' ? findQuantities(`${own.trimEnd()} ${unit}`, grammar) : direct;
    return read.map((mention) => ({
      mention: { ...mention, start: cell.start + mention.start, end: Math.min(cell.end, cell.start + mention.end) },
      column: cell.column,
    }));
  });
}

const HEADER_UNIT = /[([（［]\s*([^()[\]（）［］]{1,12}?)\s*[)\]）］]\s*$|(?:,| in |\/)\s*([^\s,]{1,8})$/u;

/** The unit that a column header gives for its cells: `Torque (N·m)`, `流量[m³/h]`, `Length, mm`. */
export function headerUnit(column: string): string | undefined {
  const found = HEADER_UNIT.exec(column);
  const unit = found?.[1] ?? found?.[2];
  return unit !== undefined && isUnit(unit) ? unit : undefined;
}

export function wordSet(text: string): ReadonlySet<string> {
  return new Set(matchWords(text).map((word) => word.text));
}

export function identifierSet(text: string, grammar: TagGrammar): ReadonlySet<string> {
  return new Set(grammar.find(text).map((mention) => mention.identifier.folded));
}

/** Equality of two texts for a person: case, width, script variant and white space apart. */
export function foldTight(text: string): string {
  return foldText(text).text.replace(/\s+/g, '');
}
