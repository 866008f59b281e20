import type { TimeUnit } from '../../kernel/index.ts';
import type { Derivation } from '../derivation.ts';
import type { Condition } from './condition.ts';
import { type FigureShape, freeTokens, groupField, isKind, SUPERLATIVES } from './figure-shape.ts';
import { kindOfWork } from './kind-of-work.ts';
import { unitOf } from './number-wanted.ts';
import { dateField } from './read-group.ts';
import type { Sentence } from './sentence.ts';
import { means, type Token } from './token.ts';

type Repeats = Extract<Derivation, { kind: 'repeats' }>;

/**
 * `followed by another one within 30 days`, 90天内重复出现: which rows come again, and how soon. Read before the conditions, since its
 * length of time bounds no column. Undefined where nothing comes again, or nothing says how soon.
 */
export function readRepeats(sentence: Sentence): Repeats | undefined {
  const { tokens, log } = sentence;
  const date = dateField(sentence);
  const again = tokens.filter((token) => means(token, 'again'));
  const bounds = tokens.filter(isLength);
  const [bound] = bounds;
  const within = bound?.quantity?.si?.low;
  if (date === undefined || again.length === 0 || bound === undefined || within === undefined || bounds.length > 1) return undefined;
  const same = tokens.flatMap((token, at) => (means(token, 'same') ? [{ token, next: tokens[at + 1] }] : []));
  const named = same.flatMap(({ next }) => groupField(sentence, next) ?? [])[0];
  const asset = log.columns.find(({ field }) => field === 'asset')?.field;
  const by = named ?? (log.kind === 'alarm' ? undefined : asset);
  const beside = same.flatMap(({ next }) => (next !== undefined && saysWhose(next) && by !== undefined ? [next] : []));
  sentence.take(bound, ...again, ...same.map(({ token }) => token), ...beside, ...tokens.filter((token) => means(token, 'one before')));
  return { kind: 'repeats', field: date, within: within * 1000, written: bound.text, ...(by === undefined ? {} : { by }) };
}

/** A length of time up to which something lasts. */
function isLength({ quantity }: Token): boolean {
  return (
    quantity?.dimension === 'time' &&
    !quantity.recurring &&
    quantity.low === quantity.high &&
    ['=', '<=', '<'].includes(quantity.comparator)
  );
}

/** A column, a kind of machine or of row behind `the same`. */
function saysWhose(token: Token): boolean {
  return token.fields.length > 0 || token.concept?.startsWith('equipment/') === true || isKind(token);
}

export function repeatsShape(sentence: Sentence, repeats: Repeats): FigureShape {
  sentence.take(...freeTokens(sentence).filter((token) => means(token, 'count', 'one before')));
  return { measure: { kind: 'count' }, derivation: repeats };
}

/** `mean days between successive orders`, `MTBF`, 平均间隔多少天; undefined where no word asks for it, or figures are ranked or grouped. */
export function readInterval(
  sentence: Sentence,
  conditions: readonly Condition[],
): { readonly shape: FigureShape; readonly more: readonly Condition[] } | undefined {
  const free = freeTokens(sentence);
  const asks = free.filter((token) => means(token, 'interval'));
  const date = dateField(sentence);
  if (asks.length === 0 || date === undefined || free.some((token) => means(token, 'each', 'share', ...SUPERLATIVES))) return undefined;
  const ofFailures = free.find((token) => means(token, 'between failures'));
  const kinds = ofFailures === undefined ? [] : failuresAlone(sentence, ofFailures, conditions);
  sentence.take(...asks, ofFailures, ...free.filter((token) => means(token, 'mean', 'stretch', 'count', 'day', 'total', 'when', 'and')));
  sentence.take(...free.filter((token) => token.values.length === 0 && token.fields.includes(date)));
  const isEachFailure = ofFailures !== undefined && kinds.length === 0 && !conditions.some(tellsKind);
  return { shape: { measure: { kind: 'min', field: date }, derivation: { kind: 'interval', field: date, isEachFailure } }, more: kinds };
}

/** Where a log tells kinds of work, failures are what is mended unplanned, unless the question sets a kind itself. */
function failuresAlone(sentence: Sentence, token: Token, conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.some(tellsKind)) return [];
  const filter = kindOfWork(sentence.log, { ...token, meanings: new Set(['kind corrective']), fields: [] });
  return filter === undefined ? [] : [{ filter, tokens: [token], negated: false }];
}

/** Kinds of work are conditions on one of several values, or on a column of its own. */
function tellsKind({ filter }: Condition): boolean {
  const inner = filter.kind === 'not' ? filter.filter : filter;
  return inner.kind === 'in' || (inner.kind === 'equals' && inner.field === 'work-type');
}

/** `on average per year`, 平均每年多少张: rows by unit of the calendar over the time that the question names. */
export function readRate(sentence: Sentence, conditions: readonly Condition[]): FigureShape | undefined {
  const free = freeTokens(sentence);
  const mean = free.find((token) => means(token, 'mean'));
  const found = unitAsked(sentence);
  const time = conditions.map(({ filter }) => filter).find((filter) => filter.kind === 'between');
  const counted = free.filter((token) => means(token, 'count', 'amount', 'count rows'));
  const isCounted = counted.length > 0 || free.some(isKind);
  if (mean === undefined || found === undefined || !isCounted || time?.from === undefined || time.to === undefined) return undefined;
  if (free.some((token) => means(token, 'share', 'median', ...SUPERLATIVES))) return undefined;
  sentence.take(mean, ...counted, ...found.tokens);
  return { measure: { kind: 'count' }, derivation: { kind: 'rate', unit: found.unit, from: time.from, to: time.to } };
}

/** `per year`, `a month`, 每年. */
function unitAsked(sentence: Sentence): { readonly unit: TimeUnit; readonly tokens: readonly Token[] } | undefined {
  for (const [at, token] of sentence.tokens.entries()) {
    const next = sentence.tokens[at + 1];
    if (!sentence.isFree(token) || !means(token, 'each')) continue;
    const own = unitOf(token);
    if (own !== undefined) return { unit: own, tokens: [token] };
    const unit = next === undefined || !sentence.isFree(next) ? undefined : unitOf(next);
    if (unit !== undefined && next !== undefined) return { unit, tokens: [token, next] };
  }
  return undefined;
}
