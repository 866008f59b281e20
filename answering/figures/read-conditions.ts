import { assertNever, type Field, type Filter, foldIdentifier } from '../../kernel/index.ts';
import { anyOf, type Condition, negatedIf } from './condition.ts';
import { kindOfWork } from './kind-of-work.ts';
import type { LogColumn } from './log-columns.ts';
import { readBound } from './read-bound.ts';
import type { Sentence } from './sentence.ts';
import { isPlain, means, type Token } from './token.ts';

/** The conditions of a sentence on columns of the log, in order; their words are taken. */
export function readConditions(sentence: Sentence): Condition[] {
  const found: { readonly at: number; readonly condition: Condition }[] = [];
  sentence.tokens.forEach((token, at) => {
    if (!sentence.isFree(token)) return;
    const positive = positiveFilter(sentence, token, at);
    if (positive === undefined) return;
    const { negation, negated } = negationBefore(sentence, at, positive.tokens);
    sentence.take(token, ...positive.tokens, ...negation);
    const tokens = [...negation, ...positive.tokens, token];
    found.push({ at, condition: { filter: negatedIf(negated, positive.filter), tokens, negated } });
  });
  return joined(sentence, found);
}

interface Positive {
  readonly filter: Filter;
  /** Words that belong to it besides the token itself. */
  readonly tokens: readonly Token[];
}

function positiveFilter(sentence: Sentence, token: Token, at: number): Positive | undefined {
  if (token.time !== undefined) return timeFilter(sentence, token, at);
  if (token.code !== undefined) return codeFilter(sentence, token, at);
  if (means(sentence.tokens[at - 1], 'mention')) return undefined;
  if (token.values.length > 0) return valueFilter(sentence, token, at);
  if (token.quantity !== undefined) return readBound(sentence, token, at);
  const work = kindOfWork(sentence.log, token);
  if (work !== undefined) return { filter: work, tokens: [] };
  return emptiness(sentence, token, at);
}

function timeFilter(sentence: Sentence, token: Token, at: number): Positive | undefined {
  const before = sentence.tokens[at - 1];
  // `cost 2000` names a number, whatever year it could be.
  if (/^\d{4}$/.test(token.text) && before?.fields.some((field) => sentence.column(field)?.holds === 'numbers') === true) return undefined;
  const dated = sentence.log.columns.filter((column) => column.holds === 'dates');
  const around = [sentence.tokens[at - 1], sentence.tokens[at + 1]].filter((one) => one !== undefined && sentence.isFree(one));
  const named = around.find((one) => dated.some(({ field }) => one?.fields.includes(field) === true));
  const usual =
    dated.find(({ field }) => field === 'date') ??
    dated.find(({ field }) => field === 'end-date') ??
    (dated.length === 1 ? dated[0] : undefined);
  const column = dated.find(({ field }) => named?.fields.includes(field) === true) ?? usual;
  if (column === undefined || token.time === undefined) return undefined;
  const { from, to } = token.time;
  return { filter: { kind: 'between', field: column.field, from, to }, tokens: named === undefined ? [] : [named] };
}

/** A code where it stands in a column; else the equipment, alarm, part or order that rows would be about. */
function codeFilter(sentence: Sentence, token: Token, at: number): Positive | undefined {
  const { code } = token;
  if (code === undefined) return undefined;
  const text = code.isCode ? code.text : (code.keys[0]?.text ?? code.text);
  const folded = foldIdentifier(text);
  const named = fieldBefore(sentence, at);
  const places = [
    ...token.values,
    ...sentence.log.columns.flatMap(({ field, values }) =>
      values.filter((value) => foldIdentifier(value) === folded).map((value) => ({ field, value })),
    ),
  ];
  const fields = [...new Set(places.map(({ field }) => field))];
  const wanted = fields.filter((field) => named?.fields.includes(field) === true);
  const role: Field =
    code.role === 'alarm' ? 'alarm-code' : code.role === 'part' ? 'part-number' : code.role === 'asset' ? 'asset' : 'order-number';
  const chosen = wanted.length > 0 ? wanted : fields.length > 0 ? fields : sentence.column(role) === undefined ? [] : [role];
  if (chosen.length === 0) return undefined;
  const filters = chosen.map(
    (field): Filter => ({ kind: 'equals', field, value: places.find((place) => place.field === field)?.value ?? text }),
  );
  return { filter: anyOf(filters), tokens: belonging(sentence, at, chosen) };
}

function valueFilter(sentence: Sentence, token: Token, at: number): Positive | undefined {
  const named = fieldBefore(sentence, at) ?? fieldBehind(sentence, at);
  const wanted = token.values.filter(({ field }) => named?.fields.includes(field) === true);
  const places = wanted.length > 0 ? wanted : token.values;
  if (places.some(({ field }) => sentence.column(field)?.holds === 'numbers') && wanted.length === 0) return undefined;
  const filters = places.map(({ field, value }): Filter => ({ kind: 'equals', field, value }));
  const fields = places.map(({ field }) => field);
  return { filter: anyOf(filters), tokens: belonging(sentence, at, fields) };
}

/** Words beside a value that say which column it is of, or what kind of thing it names. */
function belonging(sentence: Sentence, at: number, fields: readonly Field[]): Token[] {
  const columns = fields.map((field) => sentence.column(field)).filter((column) => column !== undefined);
  const isName = (token: Token | undefined): token is Token => token !== undefined && sentence.isFree(token) && namesColumn(token, columns);
  const found: Token[] = [];
  const token = sentence.tokens[at];
  for (const step of [-1, 1]) {
    let place = at + step;
    while (step < 0 && means(sentence.tokens[place], 'not', 'about')) place -= 1;
    for (; isName(sentence.tokens[place]); place += step) found.push(sentence.tokens[place] as Token);
  }
  const before = sentence.tokens[at - 1];
  const isClass = before?.concept?.startsWith('equipment/') === true || (token !== undefined && token.text.length <= 2);
  const adjacent = before !== undefined && token !== undefined && token.start - before.end <= 1;
  if (before !== undefined && adjacent && isClass && isPlain(before) && fields.includes('asset')) found.push(before);
  // `D号挖掘机`: the kind of machine behind its letter.
  const behind = sentence.tokens[at + 1];
  if (behind?.concept?.startsWith('equipment/') === true && fields.includes('asset') && sentence.isFree(behind) && isPlain(behind)) {
    const directly = token !== undefined && behind.start - token.end <= 1;
    if (directly && /\p{sc=Han}/u.test(behind.text)) found.push(behind);
  }
  if (before !== undefined && means(before, 'about', 'each')) found.push(before);
  return found;
}

/** A word that names the column, or is part of what its header says. */
function namesColumn(token: Token, columns: readonly LogColumn[]): boolean {
  if (token.values.length > 0 || token.quantity !== undefined || token.code !== undefined || token.time !== undefined) return false;
  if (columns.some(({ field }) => token.fields.includes(field))) return true;
  const describes = isPlain(token) || token.fields.length > 0;
  return describes && columns.some(({ names }) => names.some((name) => name.split(' ').includes(token.text)));
}

function fieldBefore(sentence: Sentence, at: number): Token | undefined {
  let place = at - 1;
  while (means(sentence.tokens[place], 'not')) place -= 1;
  const token = sentence.tokens[place];
  return token !== undefined && token.fields.length > 0 && sentence.isFree(token) ? token : undefined;
}

function fieldBehind(sentence: Sentence, at: number): Token | undefined {
  const token = sentence.tokens[at + 1];
  return token !== undefined && token.fields.length > 0 && sentence.isFree(token) ? token : undefined;
}

/** `no failure mode`, `failure mode is empty`: the cell itself is asked about. */
function emptiness(sentence: Sentence, token: Token, at: number): Positive | undefined {
  const columns = token.fields.map((field) => sentence.column(field)).filter((column) => column !== undefined);
  if (columns.length === 0) return undefined;
  const next = sentence.tokens[at + 1];
  // Which cells are left out is said beside the figure.
  const behind = next !== undefined && (sentence.isFree(next) || sentence.taken.has(next)) ? next : undefined;
  const before = sentence.tokens[at - 1];
  const state = means(behind, 'empty', 'filled')
    ? behind
    : means(behind, 'not') && means(sentence.tokens[at + 2], 'empty')
      ? sentence.tokens[at + 2]
      : undefined;
  // 没有填写 says by itself that it is empty.
  const negations = means(behind, 'not') && state !== undefined && state !== behind ? [behind as Token] : [];
  if (state !== undefined) {
    const isEmpty = means(state, 'empty') !== negations.length > 0;
    return { filter: negatedIf(!isEmpty, emptyCell(columns)), tokens: [state, ...negations] };
  }
  if (!means(before, 'not') || before === undefined || !sentence.isFree(before)) return undefined;
  const holdsValue =
    next !== undefined && (next.values.length > 0 || next.quantity !== undefined || next.code !== undefined || next.quoted === true);
  if (holdsValue) return undefined;
  sentence.take(before);
  return { filter: emptyCell(columns), tokens: [before] };
}

function emptyCell(columns: readonly LogColumn[]): Filter {
  // A cell that says 0 says something.
  const empty = columns.map(({ field }): Filter => ({ kind: 'null', field }));
  const [only] = empty;
  return empty.length === 1 && only !== undefined ? only : { kind: 'all', filters: empty };
}

/** Negations before a condition or before the words that belong to it; two make none. */
function negationBefore(
  sentence: Sentence,
  at: number,
  belongs: readonly Token[],
): { readonly negation: readonly Token[]; readonly negated: boolean } {
  const negation: Token[] = [];
  for (let place = at - 1; place >= 0; place -= 1) {
    const token = sentence.tokens[place];
    if (token === undefined) break;
    if (means(token, 'not') && sentence.isFree(token)) negation.push(token);
    else if (!belongs.includes(token)) break;
  }
  return { negation, negated: negation.length % 2 === 1 };
}

/** Alternatives of one column that `or` or `and` joins are one condition: a cell holds one value. */
function joined(sentence: Sentence, found: readonly { readonly at: number; readonly condition: Condition }[]): Condition[] {
  const conditions: Condition[] = [];
  let last = -2;
  for (const { at, condition } of found) {
    const previous = conditions.at(-1);
    const between = sentence.tokens
      .slice(last + 1, at)
      .filter((token) => !condition.tokens.includes(token) && previous?.tokens.includes(token) !== true);
    const [link] = between;
    const links = between.length === 1 && means(link, 'and', 'or');
    const same = previous !== undefined && sameColumn(previous.filter, condition.filter);
    if (links && same && previous !== undefined && (previous.negated || !condition.negated)) {
      sentence.take(link);
      const filters = [previous.filter, condition.filter].map((filter) => (filter.kind === 'not' ? filter.filter : filter));
      const sides = previous.negated ? undefined : [...(previous.sides ?? [filters[0] as Filter]), filters[1] as Filter];
      const isChoice = previous.isChoice === true || !means(link, 'and');
      conditions[conditions.length - 1] = {
        ...(sides === undefined ? {} : { sides }),
        ...(isChoice ? { isChoice } : {}),
        filter: negatedIf(previous.negated, anyOf(filters.flatMap((filter) => (filter.kind === 'any' ? filter.filters : [filter])))),
        tokens: [...previous.tokens, ...condition.tokens],
        negated: previous.negated,
      };
    } else {
      if (links && means(link, 'and')) sentence.take(link);
      conditions.push(condition);
    }
    last = at;
  }
  return conditions;
}

function sameColumn(left: Filter, right: Filter): boolean {
  const [a, b] = [columnsOf(left), columnsOf(right)];
  return a.length > 0 && a.join() === b.join();
}

/** Columns of a condition on values; none of any other. */
function columnsOf(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'not':
      return columnsOf(filter.filter);
    case 'any':
      return [...new Set(filter.filters.flatMap(columnsOf))].sort();
    case 'equals':
    case 'between':
      return [filter.field];
    case 'all':
    case 'in':
    case 'contains':
    case 'compare':
    case 'null':
    case 'document':
    case 'unrepeated':
    case 'group':
      return [];
    default:
      return assertNever(filter);
  }
}
