import type { Field, Grouping, Measure } from '../../kernel/index.ts';
import { type FigureShape, freeTokens, groupField, isKind, numberField, RATINGS, SUPERLATIVES } from './figure-shape.ts';
import { readGroup } from './read-group.ts';
import { readHaving } from './read-having.ts';
import { readRanking } from './read-ranking.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/** The figures that a sentence asks for, one after the other; none where it asks for none that can be computed. */
export function readMeasures(sentence: Sentence): readonly FigureShape[] {
  takeQualifiers(sentence);
  const free = () => freeTokens(sentence);
  const take = (...meanings: Parameters<typeof means>[1][]) => sentence.take(...free().filter((token) => means(token, ...meanings)));
  if (free().some((token) => means(token, 'share'))) return readShare(sentence);
  const ends = timesWanted(sentence);
  if (ends.length > 0) return ends;
  if (free().some((token) => means(token, 'list')) && !free().some((token) => means(token, 'count', ...SUPERLATIVES))) {
    take('list', 'total');
    sentence.take(...free().filter((token) => token.fields.includes('order-number') && token.values.length === 0));
    return [{ measure: { kind: 'count' }, isList: true }];
  }
  const shape = readHaving(sentence) ?? (isRanked(sentence) ? readRanking(sentence) : readPlain(sentence));
  return shape === undefined ? [] : [shape];
}

function isRanked(sentence: Sentence): boolean {
  return freeTokens(sentence).some((token) => means(token, ...SUPERLATIVES));
}

/** A word that says which of several columns (实际成本) says nothing where a column stands right behind it. */
function takeQualifiers(sentence: Sentence): void {
  for (const [at, token] of sentence.tokens.entries()) {
    let next = at + 1;
    while (means(sentence.tokens[next], 'qualifier', 'total')) next += 1;
    const named = sentence.tokens[next];
    // 总成本大于…: where the column is one of a condition, what stands before it is its name.
    const isName = means(token, 'qualifier') || (means(token, 'total') && named !== undefined && sentence.taken.has(named));
    if (sentence.isFree(token) && isName && named !== undefined && numberField(sentence, named) !== undefined) sentence.take(token);
  }
}

/** The share of rows, or of what a column sums up to; of each group its own, of the first groups of a ranking what they make together. */
function readShare(sentence: Sentence): readonly FigureShape[] {
  const asked = freeTokens(sentence).filter((token) => means(token, 'share'));
  sentence.take(...asked);
  if (isRanked(sentence)) {
    const at = sentence.tokens.findIndex(
      (token) => means(token, 'group') && sentence.isFree(token) && token.start > (asked[0]?.start ?? 0),
    );
    const shape = readRanking(sentence);
    // `which X has the highest share` ranks shares, which no query does.
    if (shape?.group === undefined || (shape.ranked?.word === '' && at >= 0) || shape.measure.kind === 'mean') return [];
    return [{ ...shape, isShare: true }];
  }
  const group = groupOfFigures(sentence);
  const shareOf = (measure: Measure): readonly FigureShape[] => [{ measure, ...(group === undefined ? {} : { group }), isShare: true }];
  const measured = freeTokens(sentence).find((token) => numberField(sentence, token) !== undefined);
  const field = measured === undefined ? undefined : numberField(sentence, measured);
  sentence.take(...freeTokens(sentence).filter((token) => means(token, 'count', 'total')));
  if (field === undefined) return shareOf({ kind: 'count' });
  if (RATINGS.has(field)) return [];
  sentence.take(...freeTokens(sentence).filter((token) => token.fields.includes(field) && token.values.length === 0));
  return shareOf({ kind: 'sum', field });
}

/** The first and the last time (`first and last start date`, 第一张是哪天); the same words before a column of numbers rank it. */
function timesWanted(sentence: Sentence): readonly FigureShape[] {
  const free = freeTokens(sentence);
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

/** A figure without order: of all rows, or for each group. */
function readPlain(sentence: Sentence): FigureShape | undefined {
  const group = groupOfFigures(sentence);
  const counted = freeTokens(sentence).find((token) => means(token, 'count', 'different'));
  const measure =
    plainMeasure(sentence, counted, measuredField(sentence, counted)) ?? (group === undefined ? undefined : groupedCount(sentence));
  if (measure === undefined) return undefined;
  // The column is often named twice: as what is summed and by its unit (`停机时间一共多少小时`).
  if (measure.kind !== 'count')
    sentence.take(...freeTokens(sentence).filter((token) => token.fields.includes(measure.field) && token.values.length === 0));
  return { measure, ...(group === undefined ? {} : { group }) };
}

/** What there is a figure for each of, with every word that names it. */
function groupOfFigures(sentence: Sentence): Grouping | undefined {
  const group = readGroup(sentence, false);
  if (group?.kind === 'field')
    sentence.take(
      ...freeTokens(sentence).filter((token) => token.fields.includes(group.field) && token.values.length === 0 && !isKind(token)),
    );
  return group;
}

/** `orders per year`: rows for each group are counted. */
function groupedCount(sentence: Sentence): Measure | undefined {
  const free = freeTokens(sentence);
  if (
    !free.some((token) => isKind(token)) ||
    free.some((token) => means(token, 'mean', 'median') || numberField(sentence, token) !== undefined)
  )
    return undefined;
  return { kind: 'count' };
}

function plainMeasure(sentence: Sentence, counted: Token | undefined, measured: Measured | undefined): Measure | undefined {
  const free = freeTokens(sentence);
  const [mean, median, total] = (['mean', 'median', 'total'] as const).map((meaning) => free.find((token) => means(token, meaning)));
  const takeBut = (...tokens: (Token | undefined)[]) => sentence.take(...tokens, measured?.token);
  if (measured !== undefined && measured.holds === 'numbers') {
    const { field } = measured;
    if (mean !== undefined || median !== undefined) {
      takeBut(mean ?? median);
      takePerRow(sentence);
      return { kind: mean === undefined ? 'median' : 'mean', field };
    }
    const isAmount = means(counted, 'amount') && !free.some(isKind);
    if (
      counted === undefined ||
      total !== undefined ||
      isAmount ||
      counted === measured.token ||
      areNeighbours(sentence, counted, measured.token)
    ) {
      takeBut(counted, ...free.filter((token) => means(token, 'total')));
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

/** `on average per order`: the mean is over rows. */
function takePerRow(sentence: Sentence): void {
  for (const [at, token] of sentence.tokens.entries())
    if (sentence.isFree(token) && means(token, 'each') && isKind(sentence.tokens[at + 1])) sentence.take(token);
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
  const free = freeTokens(sentence);
  const numbers = free.flatMap((token) => {
    const field = numberField(sentence, token);
    return field === undefined ? [] : [{ field, token, holds: 'numbers' as const }];
  });
  const telling = numbers.find(({ token }) => !means(token, 'form')) ?? numbers[0];
  if (telling !== undefined) return telling;
  if (counted === undefined) return undefined;
  const behind = free.filter((token) => token.start >= counted.end && !means(token, 'different'))[0];
  const field = behind === undefined || isKind(behind) ? undefined : groupFieldOfValues(sentence, behind);
  return behind === undefined || field === undefined ? undefined : { field, token: behind, holds: 'values' };
}

function groupFieldOfValues(sentence: Sentence, token: Token): Field | undefined {
  const field = groupField(sentence, token);
  return field !== undefined && sentence.column(field)?.holds === 'values' ? field : undefined;
}
