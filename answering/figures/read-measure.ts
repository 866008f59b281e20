import { type ColumnRole, type Field, type Grouping, type Measure, parseNumeral, type TimeUnit } from '../../kernel/index.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** What is computed over the rows that meet the conditions. */
export interface FigureShape {
  readonly measure: Measure;
  readonly group?: Grouping;
  /** Whether the groups with the most or the least come first, and how many of them are wanted. */
  readonly ranked?: { readonly direction: 'ascending' | 'descending'; readonly wanted: number };
}

/** Marks on a scale: their sum means nothing. */
const RATINGS: ReadonlySet<Field> = new Set<ColumnRole>(['risk-priority', 'severity', 'occurrence', 'detection', 'priority']);
const UNITS = ['year', 'quarter', 'month', 'week', 'day'] as const satisfies readonly TimeUnit[];
const SUPERLATIVES = ['most', 'least', 'frequent', 'top'] as const;

/** The figure that a sentence asks for, from the words its conditions left; undefined where it asks for none that can be computed. */
export function readMeasure(sentence: Sentence): FigureShape | undefined {
  const free = () => sentence.tokens.filter((token) => sentence.isFree(token));
  const superlative = free().find((token) => means(token, ...SUPERLATIVES));
  const wanted = numberWanted(sentence);
  const group = readGroup(sentence, superlative !== undefined);
  if (group !== undefined)
    sentence.take(...free().filter((token) => group.kind === 'field' && token.fields.includes(group.field) && !isKind(token)));
  const counted = free().find((token) => means(token, 'count', 'different'));
  const measured = measuredField(sentence, counted);
  const field = measured?.field;
  const least = free().some((token) => means(token, 'least'));
  const ranked = superlative === undefined ? undefined : ({ direction: least ? 'ascending' : 'descending', wanted } as const);
  const take = (...meanings: Parameters<typeof means>[1][]) => sentence.take(...free().filter((token) => means(token, ...meanings)));

  if (superlative !== undefined) {
    if (group === undefined && field === undefined) return undefined;
    take(...SUPERLATIVES, 'count', 'total');
    sentence.take(...free().filter((token) => field !== undefined && token.fields.includes(field) && token.values.length === 0));
    if (group === undefined && field !== undefined) return { measure: { kind: least ? 'min' : 'max', field } };
    const mean = free().find((token) => means(token, 'mean'));
    sentence.take(mean);
    const measure: Measure =
      field === undefined
        ? { kind: 'count' }
        : { kind: mean !== undefined ? 'mean' : RATINGS.has(field) ? (least ? 'min' : 'max') : 'sum', field };
    return { measure, ...(group === undefined ? {} : { group }), ...(ranked === undefined ? {} : { ranked }) };
  }
  const measure = plainMeasure(sentence, counted, measured);
  if (measure === undefined) return undefined;
  // The column is often named twice: as what is summed and by its unit (`停机时间一共多少小时`).
  if (measure.kind !== 'count')
    sentence.take(...free().filter((token) => token.fields.includes(measure.field) && token.values.length === 0));
  return { measure, ...(group === undefined ? {} : { group }) };
}

function plainMeasure(sentence: Sentence, counted: Token | undefined, measured: Measured | undefined): Measure | undefined {
  const free = sentence.tokens.filter((token) => sentence.isFree(token));
  const [mean, median, total] = (['mean', 'median', 'total'] as const).map((meaning) => free.find((token) => means(token, meaning)));
  const takeBut = (...tokens: (Token | undefined)[]) => sentence.take(...tokens, measured?.token);
  if (measured !== undefined && measured.holds === 'numbers') {
    const { field } = measured;
    if (mean !== undefined || median !== undefined) {
      takeBut(mean ?? median);
      return { kind: mean === undefined ? 'median' : 'mean', field };
    }
    if (counted === undefined || total !== undefined || counted === measured.token || areNeighbours(sentence, counted, measured.token)) {
      takeBut(total, counted);
      return { kind: RATINGS.has(field) ? 'mean' : 'sum', field };
    }
  }
  if (mean !== undefined || median !== undefined || counted === undefined) return undefined;
  if (measured !== undefined && measured.holds === 'values') {
    takeBut(...free.filter((token) => means(token, 'count', 'different')), total);
    return { kind: 'distinct', field: measured.field };
  }
  sentence.take(...free.filter((token) => means(token, 'count')), total);
  return { kind: 'count' };
}

/** `how many hours`, `费用是多少`; in `how many orders cost` the orders are counted. */
function areNeighbours(sentence: Sentence, counted: Token, measured: Token): boolean {
  const step = sentence.tokens.indexOf(measured) - sentence.tokens.indexOf(counted);
  return step === 1 || (step === -1 && means(counted, 'form'));
}

interface Measured {
  readonly field: Field;
  readonly token: Token;
  readonly holds: 'numbers' | 'values';
}

/** The column asked for: one of numbers, else the one right behind the words that count (`how many failure modes`). */
function measuredField(sentence: Sentence, counted: Token | undefined): Measured | undefined {
  const free = sentence.tokens.filter((token) => sentence.isFree(token));
  const columnOf = (token: Token, holds: 'numbers' | 'values') => token.fields.find((field) => sentence.column(field)?.holds === holds);
  const numbers = free.flatMap((token) => {
    const field = columnOf(token, 'numbers');
    return field === undefined || means(token, sentence.log.kind === 'other' ? 'record' : sentence.log.kind)
      ? []
      : [{ field, token, holds: 'numbers' as const }];
  });
  const telling = numbers.find(({ token }) => !means(token, 'form')) ?? numbers[0];
  if (telling !== undefined) return telling;
  if (counted === undefined) return undefined;
  const behind = free.filter((token) => token.start >= counted.end && !means(token, 'different'))[0];
  const field = behind === undefined || isKind(behind) ? undefined : columnOf(behind, 'values');
  return behind === undefined || field === undefined ? undefined : { field, token: behind, holds: 'values' };
}

export function isKind(token: Token | undefined): boolean {
  return means(token, 'work-order', 'alarm', 'fmea-row', 'spare-part', 'record');
}

/** The column or calendar unit that there is a figure for each of. */
function readGroup(sentence: Sentence, superlative: boolean): Grouping | undefined {
  for (const [at, token] of sentence.tokens.entries()) {
    const each = means(token, 'each');
    const asks = means(token, 'group') || means(token, 'frequent');
    if (!sentence.isFree(token) || !(each || (asks && superlative))) continue;
    const skipped: Token[] = [];
    let place = at;
    if (unitOf(token) === undefined && token.fields.length === 0) {
      place += 1;
      while (means(sentence.tokens[place], 'different', ...SUPERLATIVES) && unitOf(sentence.tokens[place]) === undefined) {
        skipped.push(sentence.tokens[place] as Token);
        place += 1;
      }
    }
    const named = sentence.tokens[place];
    if (named === undefined || !sentence.isFree(named)) continue;
    const unit = unitOf(named);
    const dated = sentence.log.columns.filter((column) => column.holds === 'dates').map(({ field }) => field);
    const date = dated.find((field) => field === 'date') ?? dated[0];
    if (unit !== undefined && date !== undefined) {
      sentence.take(token, named);
      return { kind: 'time', field: date, unit };
    }
    const field = named.fields.find((one) => groups(sentence, one));
    if (field === undefined || (isKind(named) && !(asks && named.fields.includes('alarm-code')))) continue;
    sentence.take(token, named, ...skipped.filter((one) => means(one, 'different')));
    return { kind: 'field', field };
  }
  return undefined;
}

/** A figure for each number would be one for nearly each row. */
function groups(sentence: Sentence, field: Field): boolean {
  const column = sentence.column(field);
  return column?.holds === 'values' || (column !== undefined && column.values.length > 0);
}

function unitOf(token: Token | undefined): TimeUnit | undefined {
  return token === undefined || token.quantity !== undefined ? undefined : UNITS.find((unit) => token.meanings.has(unit));
}

/** `top 5`, 前三: one where no number is given. */
function numberWanted(sentence: Sentence): number {
  const at = sentence.tokens.findIndex((token) => means(token, 'top'));
  const next = at < 0 ? undefined : sentence.tokens[at + 1];
  const number = next?.quantity?.low ?? (next === undefined ? undefined : parseNumeral(next.text));
  if (next === undefined || number === undefined) return 1;
  sentence.take(next);
  return Math.max(1, Math.round(number));
}
