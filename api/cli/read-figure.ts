import { COMPARISONS, FaultlineError, type FIELD_MEASURES, ORDER_COMPARISONS, TIME_UNITS, zoneMinutes } from '../../kernel/index.ts';

/** What the commands on records are told, as written on the command line. */
export interface FigureWords {
  readonly from: string;
  readonly where: readonly string[];
  readonly filter?: string;
  readonly by: readonly string[];
  readonly zone: string;
}

/** What a figure is told besides. */
export interface MeasureWords {
  readonly measure: readonly string[];
  readonly having: readonly string[];
  readonly order: readonly string[];
  readonly limit: string;
}

/** A request before its contract has looked at it. */
type Draft = Record<string, unknown>;

/** Which rows, and how they are grouped. @throws FaultlineError `invalid-request`. */
export function draftRows({ from, where, filter, by, zone }: FigureWords): Draft {
  const filters = [...where.map((text) => readCondition(text, zone)), ...(filter === undefined ? [] : [readJson(filter, '--filter')])];
  return { from, where: { kind: 'all', filters }, groupBy: by.map((text) => readGrouping(text, zone)) };
}

/** A whole figure. @throws FaultlineError `invalid-request`. */
export function draftFigure(words: FigureWords & MeasureWords): Draft {
  const rows = draftRows(words);
  const names = words.measure.length === 0 ? ['count'] : words.measure;
  const having = words.having.map((text) => readHaving(text, names));
  return {
    ...rows,
    measures: names.map(readMeasure),
    ...(having.length === 0 ? {} : { having: { kind: 'all', conditions: having } }),
    orderBy: words.order.map((text) => readOrdering(text, names, words.by)),
    limit: Number(words.limit),
  };
}

function readJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FaultlineError('invalid-request', `${option} takes JSON, as /v1/records/aggregate does.`, { cause });
  }
}

const GROUPING = new RegExp(`^(?<field>.+):(?<unit>${TIME_UNITS.join('|')})$`, 'u');

function readGrouping(text: string, zone: string): Draft {
  const groups = GROUPING.exec(text)?.groups;
  return groups === undefined ? { kind: 'field', field: text } : { kind: 'time', field: groups.field, unit: groups.unit, zone };
}

const PERCENTILE = /^p(?<percent>\d{1,3}(?:\.\d+)?)$/;

function readMeasure(text: string): Draft {
  if (text === 'count') return { kind: 'count' };
  const [, name = '', field] = /^([^:]+):(.+)$/u.exec(text) ?? [];
  const percent = PERCENTILE.exec(name)?.groups?.percent;
  if (percent !== undefined) return { kind: 'percentile', field, fraction: Number(percent) / 100 };
  const known: Readonly<Record<(typeof FIELD_MEASURES)[number], true>> = {
    sum: true,
    mean: true,
    min: true,
    max: true,
    median: true,
    distinct: true,
  };
  if (field === undefined || !Object.hasOwn(known, name))
    throw new FaultlineError('invalid-request', `"${text}" is no measure; give count, ${Object.keys(known).join('|')}:field or p90:field.`);
  return { kind: name, field };
}

function readHaving(text: string, measures: readonly string[]): Draft {
  const found = splitAt(text, COMPARISONS);
  const measure = found === undefined ? -1 : measures.indexOf(found.before);
  const value = Number(found?.after);
  if (found === undefined || measure < 0 || found.after === '' || !Number.isFinite(value))
    throw new FaultlineError('invalid-request', `"${text}" is no condition on ${measures.join(', ')}; give e.g. "${measures[0]}>=3".`);
  return { kind: 'compare', measure, operator: found.operator, value };
}

function readOrdering(text: string, measures: readonly string[], groups: readonly string[]): Draft {
  const [, name = text, word = 'asc'] = /^(.+):(asc|desc)$/u.exec(text) ?? [];
  const direction = word === 'desc' ? 'descending' : 'ascending';
  const measure = measures.indexOf(name);
  if (measure >= 0) return { by: 'measure', index: measure, direction };
  const group = groups.indexOf(name);
  if (group >= 0) return { by: 'group', index: group, direction };
  throw new FaultlineError('invalid-request', `There is no "${name}" to order by; choose one of ${[...measures, ...groups].join(', ')}.`);
}

function readCondition(text: string, zone: string): Draft {
  const found = splitAt(text, ['~', ...COMPARISONS]);
  if (found === undefined)
    throw new FaultlineError('invalid-request', `"${text}" is no condition; give field=value, field~text or field>=value.`);
  const { before: field, operator, after } = found;
  const not = (filter: Draft): Draft => ({ kind: 'not', filter });
  if (operator === '~') return { kind: 'contains', field, text: after };
  if (operator === '=' || operator === '!=') {
    const values = after.split('|');
    const filter =
      after === '' ? { kind: 'null', field } : values.length > 1 ? { kind: 'in', field, values } : { kind: 'equals', field, value: after };
    return operator === '=' ? filter : not(filter);
  }
  const compared = ORDER_COMPARISONS.find((known) => known === operator);
  return { kind: 'compare', field, operator: compared, value: readBound(after, zone) };
}

/** A number, or an instant: a date begins at midnight of the zone. */
function readBound(text: string, zone: string): number {
  const isDate = /^\d{4}-\d\d/.test(text);
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/.test(text) && text.includes('T');
  const ahead = hasZone ? 0 : (zoneMinutes(zone) ?? 0) * 60_000;
  const bound = isDate ? Date.parse(text.includes('T') && !hasZone ? `${text}Z` : text) - ahead : Number(text);
  if (text === '' || !Number.isFinite(bound)) throw new FaultlineError('invalid-request', `"${text}" is neither a number nor a date.`);
  return bound;
}

/** Splits at the first operator, the longest that stands there; a header (`x:费用(元)`) may hold anything else. */
function splitAt<Operator extends string>(
  text: string,
  operators: readonly Operator[],
): { readonly before: string; readonly operator: Operator; readonly after: string } | undefined {
  const longestFirst = [...operators].sort((a, b) => b.length - a.length);
  for (let at = 1; at < text.length; at += 1) {
    const operator = longestFirst.find((one) => text.startsWith(one, at));
    if (operator !== undefined) return { before: text.slice(0, at), operator, after: text.slice(at + operator.length) };
  }
  return undefined;
}
