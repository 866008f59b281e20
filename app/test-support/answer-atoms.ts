import {
  type AggregateQuery,
  type Filter,
  findQuantities,
  foldIdentifier,
  type Passage,
  type Quantity,
  relateQuantities,
} from '../../kernel/index.ts';
import { columnLabel, siteGrammar } from '../../ontology/index.ts';

/** As written: a full-width comma ends a number, it does not group its digits. */
const NUMBER = /\d+(?:[.,]\d+)*/g;

/** What texts say that must never be made up: quantities, codes, and every number as written. */
export interface Atoms {
  readonly quantities: readonly Quantity[];
  /** Folded. */
  readonly codes: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export function atomsOf(texts: readonly string[]): Atoms {
  return {
    quantities: texts.flatMap((text) => findQuantities(text, siteGrammar([])).map((mention) => mention.quantity)),
    codes: new Set(
      texts.flatMap((text) =>
        siteGrammar([])
          .find(text)
          .map((mention) => mention.identifier.folded),
      ),
    ),
    numbers: new Set(texts.flatMap(numbersOf)),
  };
}

/** The atoms of a claim that its sources do not hold, as written. */
export function strayAtoms(claim: string, { quantities, codes, numbers }: Atoms): readonly string[] {
  return [
    ...findQuantities(claim, siteGrammar([]))
      .filter(({ quantity }) => !quantities.some((known) => ['equal', 'contained'].includes(relateQuantities(quantity, known))))
      .map(({ start, end }) => claim.slice(start, end)),
    ...siteGrammar([])
      .find(claim)
      .filter(({ identifier }) => !codes.has(identifier.folded))
      .map(({ identifier }) => identifier.text),
    ...numbersOf(claim).filter((number) => !numbers.has(number)),
  ];
}

export function atomCount(text: string): number {
  return findQuantities(text, siteGrammar([])).length + siteGrammar([]).find(text).length;
}

/** The words of a passage with the headers of the columns that its cells stand in, and each cell under what its column is called. */
export function wordsOf({ text, cells = [] }: Passage): string {
  const labelled = cells.flatMap(({ column, role, start, end }) =>
    (['zh', 'en'] as const).map((language) => `${columnLabel(column, role, language)}: ${text.slice(start, end)}`),
  );
  return [text, ...cells.map((cell) => cell.column), ...labelled].join('\n');
}

/**
 * What a worded figure says that is neither among the figures nor in the query that they were computed for: numbers, dates and
 * codes as written.
 */
export function strayFigures(text: string, query: AggregateQuery, figures: readonly (string | number | null)[]): readonly string[] {
  const known = [...valuesIn(query.where), ...figures.map(String)];
  const numbers = new Set(known.flatMap(numbersOf));
  const codes = new Set(known.map(foldIdentifier));
  return [
    ...siteGrammar([])
      .find(text)
      .map(({ identifier }) => identifier)
      .filter(({ folded }) => !codes.has(folded))
      .map((identifier) => identifier.text),
    ...numbersOf(text).filter((number) => !numbers.has(number)),
  ];
}

function valuesIn(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return filter.filters.flatMap(valuesIn);
    case 'not':
      return valuesIn(filter.filter);
    case 'equals':
    case 'compare':
      return [String(filter.value)];
    case 'in':
      return filter.values.map(String);
    case 'contains':
      return [filter.text];
    case 'between':
      // The last day of a span is named, not the first after it.
      return [filter.from, filter.to === undefined ? undefined : filter.to - 1].flatMap((time) =>
        time === undefined ? [] : [new Date(time).toISOString().slice(0, 10)],
      );
    case 'null':
    case 'group':
    case 'unrepeated':
    case 'document':
      return [];
  }
}

function numbersOf(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}
