import { type Access, assertNever, type Field, type Filter } from '../../kernel/index.ts';
import { figurePhrase } from '../../ontology/index.ts';
import type { Composition } from '../compose/composition.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { filterText, rowsText } from './figure-text.ts';
import type { Log } from './log-columns.ts';
import { type FigurePlan, whereOf } from './plan-figure.ts';
import { quoteRows } from './quote-rows.ts';
import { stemOf } from './read-text-conditions.ts';

/** Rows shown. */
const SHOWN = 5;
/** Columns that say which thing a row is of: a name in the words of a row does not make it a row of that thing. */
const OF_A_THING: ReadonlySet<Field> = new Set(['asset', 'order-number', 'alarm-code', 'part-number']);

/**
 * Where no row meets a plan, rows that meet it but for one thing: what it takes for a value of a column stands in another cell of
 * theirs, or as a part of one (`Bucket` in `Bucket_Hydraulic Cylinders`). To say 0 then would be to say that nothing of the kind
 * happened. They are told of and shown, and not counted. Undefined where there are none.
 */
export async function refuseNamedInWords(
  evidence: Evidence,
  access: Access,
  question: Question,
  plan: FigurePlan,
  scope: readonly Filter[],
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const { language } = question;
  const wider = plan.conditions.map((condition) => ({
    ...condition,
    filter: condition.negated ? condition.filter : widened(plan.log, condition.filter),
  }));
  const changed = plan.conditions.filter(({ filter }, at) => wider[at]?.filter !== filter);
  if (changed.length === 0) return undefined;
  const where = whereOf({ ...plan, conditions: wider }, scope);
  const matched = await evidence.records.count(access, { from: plan.log.kind, where }, signal);
  if (matched === 0) return undefined;
  const rows = await evidence.records.rows(access, { from: plan.log.kind, where, offset: 0, limit: SHOWN }, signal);
  const condition = changed.map(({ filter }) => filterText(language, plan.log, filter)).join(', ');
  const missing = figurePhrase(language, 'named in words', { condition, matched, rows: rowsText(language, plan.log) });
  return { kind: 'refuse', reason: 'absent', isExact: true, missing, claims: await quoteRows(evidence, access, rows) };
}

/** The filter, or its words anywhere in the row; the filter itself where it has no words to be looked for. */
function widened(log: Log, filter: Filter): Filter {
  const texts = [...new Set(wordsOf(filter).map((words) => stemOf(words.toLowerCase())))].filter(isTelling);
  const fields = log.columns.filter(({ holds }) => holds === 'words' || holds === 'values').map(({ field }) => field);
  if (texts.length === 0 || fields.length === 0) return filter;
  return { kind: 'any', filters: [filter, ...texts.flatMap((text) => fields.map((field): Filter => ({ kind: 'contains', field, text })))] };
}

function wordsOf(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'any':
      return filter.filters.flatMap(wordsOf);
    case 'contains':
      return [filter.text];
    case 'equals':
      return typeof filter.value !== 'string' || OF_A_THING.has(filter.field) || filter.field.startsWith('coded:') ? [] : [filter.value];
    case 'in':
      return OF_A_THING.has(filter.field) ? [] : filter.values.filter((value) => typeof value === 'string');
    case 'all':
    case 'not':
    case 'between':
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

/** A code, a number or a letter stands in many words by chance. */
function isTelling(text: string): boolean {
  return !/\d/.test(text) && text.length >= (/\p{sc=Han}/u.test(text) ? 2 : 4);
}
