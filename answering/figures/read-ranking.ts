import type { Field, Measure } from '../../kernel/index.ts';
import { type FigureShape, freeTokens, isKind, numberField, RATINGS, SUPERLATIVES } from './figure-shape.ts';
import { type NumberWanted, numberWanted } from './number-wanted.ts';
import { readGroup } from './read-group.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

/**
 * `which X has the most …`, `top three X by …`, 费用最高的三台设备: groups in their order; without a group, or where one row is meant
 * (`the longest single stop`), the extreme value. Undefined where no words rank, or none says by what.
 */
export function readRanking(sentence: Sentence): FigureShape | undefined {
  const superlatives = freeTokens(sentence).filter((token) => means(token, ...SUPERLATIVES));
  if (superlatives.length === 0) return undefined;
  const least = superlatives.some((token) => means(token, 'least'));
  const wanted = numberWanted(sentence);
  const measured = measuredField(sentence, superlatives);
  const isSingle = freeTokens(sentence).some((token) => means(token, 'single'));
  if (isSingle && measured !== undefined) return extreme(sentence, measured, least);
  const counts = freeTokens(sentence).filter((token) => means(token, 'count'));
  const group = readGroup(sentence, true, wanted);
  if (group === undefined) return measured === undefined ? undefined : extreme(sentence, measured, least, wanted);
  const isDegree = superlatives.every((token) => means(token, 'degree')) && measured === undefined;
  // `the highest asset` does not say of what.
  if (isDegree && counts.length === 0) return undefined;
  const mean = freeTokens(sentence).find((token) => means(token, 'mean'));
  if (mean !== undefined && measured === undefined) return undefined;
  sentence.take(...superlatives, ...counts, mean, ...freeTokens(sentence).filter((token) => means(token, 'total', 'single', 'compare')));
  takeNamed(sentence, measured);
  if (group.kind === 'field') takeNamed(sentence, group.field);
  takeBy(sentence, superlatives);
  const isAll = wanted.word === '' && superlatives.some((token) => means(token, 'rank'));
  return {
    measure: measured === undefined ? { kind: 'count' } : { kind: measureKind(measured, mean !== undefined, least), field: measured },
    group,
    ranked: { direction: least ? 'ascending' : 'descending', wanted: isAll ? Number.POSITIVE_INFINITY : wanted.wanted, word: wanted.word },
  };
}

/** The column of numbers that is named; else the one that the ranking word itself speaks of (`longest`, `costliest`). */
function measuredField(sentence: Sentence, superlatives: readonly Token[]): Field | undefined {
  const named = freeTokens(sentence).filter((token) => !superlatives.includes(token) && numberField(sentence, token) !== undefined);
  const [told] = named.filter((token) => !means(token, 'form', 'count')).concat(named, [...superlatives]);
  const chosen = [told, ...superlatives].find((token) => token !== undefined && numberField(sentence, token) !== undefined);
  return chosen === undefined ? undefined : numberField(sentence, chosen);
}

function measureKind(field: Field, isMean: boolean, least: boolean): Exclude<Measure['kind'], 'count' | 'distinct' | 'percentile'> {
  if (isMean) return 'mean';
  return RATINGS.has(field) ? (least ? 'min' : 'max') : 'sum';
}

/** The greatest or least value, or the rows with the most or least of it (`the five longest stops`); columns that are asked beside it are cells of its row. */
function extreme(sentence: Sentence, field: Field, least: boolean, wanted?: NumberWanted): FigureShape {
  sentence.take(...freeTokens(sentence).filter((token) => means(token, ...SUPERLATIVES, 'total', 'count', 'single')));
  takeNamed(sentence, field);
  for (const [at, token] of sentence.tokens.entries()) {
    const asks = sentence.tokens.slice(Math.max(0, at - 2), at + 1).some((one) => means(one, 'group', 'and'));
    if (sentence.isFree(token) && asks && token.values.length === 0 && token.fields.length > 0) sentence.take(token);
  }
  const isOfRows = wanted !== undefined && wanted.wanted > 1;
  return {
    measure: { kind: least ? 'min' : 'max', field },
    ...(isOfRows ? { ranked: { direction: least ? 'ascending' : 'descending', wanted: wanted.wanted, word: wanted.word } } : {}),
  };
}

/** A column is named again by its unit or by what is asked of it: with its amount, 多少元. */
function takeNamed(sentence: Sentence, field: Field | undefined): void {
  if (field === undefined) return;
  sentence.take(...freeTokens(sentence).filter((token) => token.fields.includes(field) && token.values.length === 0 && !isKind(token)));
}

/** `ranked by number of tickets`: the word before what has been taken. */
function takeBy(sentence: Sentence, superlatives: readonly Token[]): void {
  for (const [at, token] of sentence.tokens.entries()) {
    const next = sentence.tokens[at + 1];
    if (!sentence.isFree(token) || !means(token, 'each') || token.fields.length > 0 || next === undefined) continue;
    if (sentence.taken.has(next) || superlatives.includes(next) || isKind(next)) sentence.take(token);
  }
}
