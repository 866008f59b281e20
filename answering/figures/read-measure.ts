import { type ColumnRole, type Field, type Grouping, type Measure, parseNumeral, type TimeUnit } from '../../kernel/index.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** What is computed over the rows that meet the conditions. */
export interface FigureShape {
  readonly measure: Measure;
  readonly group?: Grouping;
  /** Whether the groups with the most or the least come first, and how many of them are wanted. */
  readonly ranked?: { readonly direction: 'ascending' | 'descending'; readonly wanted: number; readonly word: string };
  /** The count is told as a share of the rows that it is a part of. */
  readonly isShare?: true;
  /** The rows themselves are asked for, beside their count. */
  readonly isList?: true;
}

/** The figures that a sentence asks for, one after the other; none where it asks for none that can be computed. */
export function readMeasures(sentence: Sentence): readonly FigureShape[] {
  const free = () => sentence.tokens.filter((token) => sentence.isFree(token));
  const take = (...meanings: Parameters<typeof means>[1][]) => sentence.take(...free().filter((token) => means(token, ...meanings)));
  if (free().some((token) => means(token, 'share'))) {
    take('share', 'count', 'total');
    return [{ measure: { kind: 'count' }, isShare: true }];
  }
  const ends = timesWanted(sentence);
  if (ends.length > 0) return ends;
  if (free().some((token) => means(token, 'list')) && !free().some((token) => means(token, 'count', ...SUPERLATIVES))) {
    take('list', 'total');
    sentence.take(...free().filter((token) => token.fields.includes('order-number') && token.values.length === 0));
    return [{ measure: { kind: 'count' }, isList: true }];
  }
  const shape = readMeasure(sentence);
  return shape === undefined ? [] : [shape];
}

/** The first and the last time (`first and last start date`, 第一张是哪天); the same words before a column of numbers rank it. */
function timesWanted(sentence: Sentence): readonly FigureShape[] {
  const free = sentence.tokens.filter((token) => sentence.isFree(token));
  const wanted = free.filter((token) => means(token, 'first', 'latest'));
  const asked = free.filter(
    (token) => token.fields.some((field) => sentence.column(field)?.holds === 'dates') || means(token, 'when', 'column date'),
  );
  const dated = sentence.log.columns.filter((column) => column.holds === 'dates').map(({ field }) => field);
  const named = asked.flatMap(({ fields }) => fields).find((field) => dated.includes(field));
  const field = named ?? dated.find((one) => one === 'date') ?? dated[0];
  if (wanted.length === 0 || asked.length === 0 || field === undefined) return [];
  if (free.some((token) => means(token, 'mean', 'median', 'each', ...SUPERLATIVES))) return [];
  sentence.take(...wanted, ...asked);
  const kinds = [
    ...(wanted.some((token) => means(token, 'first')) ? ['min' as const] : []),
    ...(wanted.some((token) => means(token, 'latest')) ? ['max' as const] : []),
  ];
  return kinds.map((kind) => ({ measure: { kind, field } }));
}

/** Marks on a scale: their sum means nothing. */
const RATINGS: ReadonlySet<Field> = new Set<ColumnRole>(['risk-priority', 'severity', 'occurrence', 'detection', 'priority']);
const UNITS = ['year', 'quarter', 'month', 'week', 'day'] as const satisfies readonly TimeUnit[];
const SUPERLATIVES = ['most', 'least', 'frequent', 'top'] as const;

/** The figure that a sentence asks for, from the words its conditions left; undefined where it asks for none that can be computed. */
function readMeasure(sentence: Sentence): FigureShape | undefined {
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
  const ranked = superlative === undefined ? undefined : ({ direction: least ? 'ascending' : 'descending', ...wanted } as const);
  const take = (...meanings: Parameters<typeof means>[1][]) => sentence.take(...free().filter((token) => means(token, ...meanings)));

  if (superlative !== undefined) {
    if (group === undefined && field === undefined) return undefined;
    // `top 5 states by number of reports` counts.
    sentence.take(...free().filter((token) => means(token, 'each') && means(sentence.tokens[sentence.tokens.indexOf(token) + 1], 'count')));
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
      while (
        sentence.tokens[place] !== undefined &&
        (means(sentence.tokens[place], 'different', ...SUPERLATIVES) || sentence.taken.has(sentence.tokens[place] as Token)) &&
        unitOf(sentence.tokens[place]) === undefined
      ) {
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
  return superlative ? rankedColumn(sentence) : undefined;
}

/** In a ranking the one column of names that no condition took (`top three failure codes`, 费用最高的三台设备). */
function rankedColumn(sentence: Sentence): Grouping | undefined {
  const named = sentence.tokens.filter(
    (token) =>
      sentence.isFree(token) && !isKind(token) && token.values.length === 0 && token.fields.some((field) => groups(sentence, field)),
  );
  const fields = [...new Set(named.flatMap((token) => token.fields.filter((field) => groups(sentence, field)).slice(0, 1)))];
  const [field] = fields;
  if (field === undefined || fields.length > 1) return undefined;
  sentence.take(...named);
  return { kind: 'field', field };
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
function numberWanted(sentence: Sentence): NumberWanted {
  const at = sentence.tokens.findIndex((token) => means(token, 'top'));
  const next = at < 0 ? undefined : sentence.tokens[at + 1];
  const number = next?.quantity?.low ?? (next === undefined ? undefined : parseNumeral(next.text));
  if (next !== undefined && number !== undefined) {
    sentence.take(next);
    return { wanted: Math.max(1, Math.round(number)), word: next.text };
  }
  return numberBeforeColumn(sentence);
}

/** How many of a ranking are asked for, and the word that says so. */
interface NumberWanted {
  readonly wanted: number;
  readonly word: string;
}

const FIRST: NumberWanted = { wanted: 1, word: '' };

/** `which three machines`, 最长的三台设备: a bare number before the column that is ranked. */
function numberBeforeColumn(sentence: Sentence): NumberWanted {
  if (!sentence.tokens.some((token) => sentence.isFree(token) && means(token, 'most', 'least', 'frequent'))) return FIRST;
  for (const [at, token] of sentence.tokens.entries()) {
    const number =
      token.quantity?.dimension === 'none' && token.quantity.comparator === '=' ? token.quantity.low : parseNumeral(token.text);
    const next = sentence.tokens[at + 1];
    if (number === undefined || !sentence.isFree(token) || token.fields.length > 0 || next === undefined) continue;
    if (!Number.isInteger(number) || number < 1 || !next.fields.some((field) => groups(sentence, field))) continue;
    sentence.take(token);
    return { wanted: number, word: token.text };
  }
  return FIRST;
}
