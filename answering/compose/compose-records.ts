import {
  type Access,
  type AggregateCell,
  type AggregateQuery,
  type Filter,
  fold,
  type RecordRow,
  type StoredPassage,
} from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { headerUnit } from '../verify/source-text.ts';
import { aggregateQuery, wantedGroups } from './aggregate-query.ts';
import { type Composition, type DraftClaim, rowText, type Span } from './composition.ts';
import { type RecordQuestion, recordQuestion } from './record-question.ts';

/** Rows shown of a history; a log has more than anyone reads. */
const HISTORY = 15;
/** Rows cited for a figure: the newest, so that a person can look at what was counted. */
const SAMPLE = 3;
const LAST = /\blast\b|\blatest\b|\bmost recent|上次|上一次|最近一次|最后一次|最新/u;
/** Cells of a log row that tell what happened, in the order of the row. */
const TOLD = new Set([
  'order-number',
  'date',
  'end-date',
  'asset',
  'component',
  'text',
  'work-type',
  'failure-mode',
  'activity',
  'duration',
  'cost',
  'status',
  'alarm-code',
  'alarm-text',
  'alarm-state',
  'symptom',
  'cause',
  'remedy',
]);

/** Rows of the log about the asked equipment, newest first; the newest alone where the last one is asked for. */
export async function composeHistory(evidence: Evidence, access: Access, question: Question, signal: AbortSignal): Promise<Composition> {
  const asked = await recordQuestion(evidence.records, access, question, signal);
  if (asked.missing.length > 0) return noRows(question, asked);
  const done: Filter = { kind: 'all', filters: [asked.where, notCancelled(), ...once(question)] };
  const limit = LAST.test(fold(question.text)) ? 1 : HISTORY;
  const rows = await evidence.records.rows(access, { from: asked.from, where: done, offset: 0, limit }, signal);
  if (rows.length === 0) return noRows(question, asked);
  return { kind: 'answer', claims: await quoteRows(evidence, access, rows) };
}

/** A figure over typed rows, with the query and the proof; for an extreme value also the row that holds it. */
export async function composeAggregate(evidence: Evidence, access: Access, question: Question, signal: AbortSignal): Promise<Composition> {
  const asked = await recordQuestion(evidence.records, access, question, signal);
  if (asked.missing.length > 0) return noRows(question, asked);
  const repeated = once(question).length === 0 ? 0 : await countRepeated(evidence, access, asked, signal);
  const unrepeated: Filter = { kind: 'all', filters: [asked.where, ...once(question)] };
  const query = aggregateQuery(question, repeated === 0 ? asked : { ...asked, where: unrepeated });
  const whole = await evidence.records.aggregate(access, query, signal);
  const aggregate = { ...whole, rows: leading(query, whole.rows, wantedGroups(question)) };
  if (aggregate.matched === 0 && query.measures[0]?.kind !== 'count') return noRows(question, asked);
  const shown = ofFirstGroup(query, aggregate.rows);
  const sample = await evidence.records.rows(access, { from: query.from, where: shown, offset: 0, limit: SAMPLE }, signal);
  if (sample.length === 0 && !(await anyRows(evidence, access, query.from, signal))) return noRows(question, asked);
  const passages = await evidence.passages.get(
    access,
    sample.map((row) => row.record.passageId),
  );
  const unit = measuredUnit(query, sample, passages);
  const text = figureText(question, query, aggregate.rows, aggregate.matched, unit) + repeatedText(question, repeated);
  const computed = { query, rows: aggregate.rows, matched: aggregate.matched, nulls: aggregate.nulls, proof: aggregate.proof };
  const spans: Span[] = passages.map((stored) => ({ stored, start: 0, end: stored.passage.text.length }));
  const claims: DraftClaim[] = [{ kind: 'computed', text, spans, computed }];
  const [measure] = query.measures;
  const extreme = aggregate.rows[0]?.at(-1);
  if ((measure?.kind === 'max' || measure?.kind === 'min') && typeof extreme === 'number') {
    const where: Filter = {
      kind: 'all',
      filters: [query.where, { kind: 'between', field: measure.field, from: extreme, to: extreme + 1e-9 }],
    };
    const rows = await evidence.records.rows(access, { from: query.from, where, offset: 0, limit: SAMPLE }, signal);
    claims.push(...(await quoteRows(evidence, access, rows)));
  }
  return { kind: 'answer', claims };
}

/** Orders that two logs of a site hold are one, unless certain documents are asked about. */
function once(question: Question): readonly Filter[] {
  return question.scope.documents.length > 0 ? [] : [{ kind: 'unrepeated' }];
}

/** Rows asked about that stand in another document of the site as well. */
async function countRepeated(evidence: Evidence, access: Access, { from, where }: RecordQuestion, signal: AbortSignal): Promise<number> {
  const filter: Filter = { kind: 'all', filters: [where, { kind: 'not', filter: { kind: 'unrepeated' } }] };
  const query = { from, where: filter, groupBy: [], measures: [{ kind: 'count' }], orderBy: [], limit: 1 } as const;
  return (await evidence.records.aggregate(access, query, signal)).matched;
}

function repeatedText(question: Question, repeated: number): string {
  if (repeated === 0) return '';
  return question.language === 'zh'
    ? `；另有 ${repeated} 行在其他文件中重复，未重复计算`
    : `; ${repeated} more rows repeat orders of another document and are not counted again`;
}

/** Rows to cite: those of the group that comes first, since they are what the figure counts. */
function ofFirstGroup(query: AggregateQuery, rows: readonly (readonly AggregateCell[])[]): Filter {
  const [grouping] = query.groupBy;
  const value = rows[0]?.[0];
  if (grouping?.kind !== 'field' || value === undefined || value === null) return query.where;
  return { kind: 'all', filters: [query.where, { kind: 'equals', field: grouping.field, value }] };
}

/** The first groups of a ranking, with all that tie with the last of them. */
function leading(
  query: AggregateQuery,
  rows: readonly (readonly AggregateCell[])[],
  wanted: number,
): readonly (readonly AggregateCell[])[] {
  if (query.orderBy[0]?.by !== 'measure') return rows;
  const last = rows[wanted - 1]?.at(-1);
  return last === undefined ? rows : rows.filter((row, index) => index < wanted || row.at(-1) === last);
}

function notCancelled(): Filter {
  return {
    kind: 'not',
    filter: { kind: 'any', filters: ['cancel', '取消', '作废'].map((text): Filter => ({ kind: 'contains', field: 'status', text })) },
  };
}

async function anyRows(evidence: Evidence, access: Access, from: AggregateQuery['from'], signal: AbortSignal): Promise<boolean> {
  const rows = await evidence.records.rows(access, { from, where: { kind: 'all', filters: [] }, offset: 0, limit: 1 }, signal);
  return rows.length > 0;
}

function noRows(question: Question, asked: RecordQuestion): Composition {
  const what = asked.missing.map((term) => term.text).join(', ');
  const missing =
    question.language === 'zh'
      ? `记录中没有符合条件的条目${what === '' ? '' : `（未找到“${what}”）`}。`
      : `No record matches the question${what === '' ? '' : `: nothing is known of “${what}”`}.`;
  return { kind: 'refuse', reason: 'absent', missing, claims: [] };
}

async function quoteRows(evidence: Evidence, access: Access, rows: readonly RecordRow[]): Promise<DraftClaim[]> {
  const passages = await evidence.passages.get(
    access,
    rows.map((row) => row.record.passageId),
  );
  const byId = new Map(passages.map((stored) => [stored.passage.id, stored]));
  return rows.flatMap((row) => {
    const stored = byId.get(row.record.passageId);
    if (stored === undefined) return [];
    const cells = stored.passage.cells ?? [];
    const told = cells.filter((cell) => row.record.kind === 'fmea-row' || cell.role === undefined || TOLD.has(cell.role));
    const text = rowText(stored.passage.text, told.length > 0 ? told : cells);
    return [{ kind: 'quote', text, spans: [{ stored, start: 0, end: stored.passage.text.length }] } satisfies DraftClaim];
  });
}

/** The unit of a measured column: the one written in its cells, else the one its header gives (`Downtime h`, `费用(元)`). */
function measuredUnit(query: AggregateQuery, rows: readonly RecordRow[], passages: readonly StoredPassage[]): string {
  const [measure] = query.measures;
  if (measure === undefined || measure.kind === 'count' || measure.kind === 'distinct') return '';
  for (const row of rows) {
    const value = row.record.columns[measure.field];
    if (value?.kind === 'quantity' && value.quantity.unit !== '') return value.quantity.unit;
  }
  for (const { passage } of passages) {
    const column = passage.cells?.find((cell) => cell.role === measure.field)?.column;
    if (column !== undefined) return headerUnit(column) ?? lastWordUnit(column);
  }
  return '';
}

function lastWordUnit(column: string): string {
  const word = /\s(\S{1,6})$/u.exec(column.trim())?.[1];
  return word === undefined ? '' : (headerUnit(`x (${word})`) ?? '');
}

const COUNTED = {
  'work-order': ['work orders', '工单'],
  alarm: ['alarm records', '报警记录'],
  'fmea-row': ['FMEA rows', 'FMEA 条目'],
  'spare-part': ['spare parts', '备件'],
  other: ['records', '记录'],
} as const;
const MEASURED = {
  sum: ['in total', '合计'],
  mean: ['on average', '平均'],
  min: ['lowest', '最小'],
  max: ['highest', '最大'],
  median: ['in the middle', '中位数'],
  percentile: ['at the percentile', '百分位数'],
  distinct: ['different', '不同'],
  count: ['', ''],
} as const;

function figureText(
  question: Question,
  query: AggregateQuery,
  rows: readonly (readonly AggregateCell[])[],
  matched: number,
  unit: string,
): string {
  const zh = question.language === 'zh' ? 1 : 0;
  const counted = COUNTED[query.from][zh];
  const [measure] = query.measures;
  const condition = filterText(query.where, zh);
  const scope = condition === '' ? '' : zh ? `（${condition}）` : ` (${condition})`;
  const word = MEASURED[measure?.kind ?? 'count'][zh];
  const figure = (cell: AggregateCell | undefined) => `${numberText(cell)}${unit === '' ? '' : ` ${unit}`}`;
  if (query.groupBy.length === 0) {
    if (measure?.kind === 'count')
      return zh ? `${numberText(rows[0]?.[0])} 条${counted}${scope}` : `${numberText(rows[0]?.[0])} ${counted}${scope}`;
    return zh
      ? `${word} ${figure(rows[0]?.[0])}，依据 ${matched} 条${counted}${scope}`
      : `${figure(rows[0]?.[0])} ${word} over ${matched} ${counted}${scope}`;
  }
  const lines = rows.map(
    (row) => `${row[0] ?? '–'}: ${figure(row.at(-1))}${measure?.kind === 'count' ? (zh ? ` 条${counted}` : ` ${counted}`) : ''}`,
  );
  return `${lines.join(zh ? '；' : '; ')}${scope}`;
}

function numberText(cell: AggregateCell | undefined): string {
  if (typeof cell !== 'number') return String(cell ?? 0);
  return String(Math.round(cell * 100) / 100);
}

/** The condition in words: values and times as they were asked; alternatives by their first. */
function filterText(filter: Filter, zh: 0 | 1): string {
  switch (filter.kind) {
    case 'all':
      return filter.filters
        .map((part) => filterText(part, zh))
        .filter((part) => part !== '')
        .join(zh ? '，' : ', ');
    case 'any':
      return filter.filters[0] === undefined ? '' : filterText(filter.filters[0], zh);
    case 'equals':
      return String(filter.value);
    case 'contains':
      return `“${filter.text}”`;
    case 'between':
      return filter.field === 'date' && filter.from !== undefined && filter.to !== undefined
        ? `${day(filter.from)} – ${day(filter.to - 1)}`
        : '';
    default:
      return '';
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
