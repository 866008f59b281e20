import {
  type Access,
  type AggregateQuery,
  type ColumnRole,
  compareText,
  type Field,
  type Filter,
  fold,
  type Grouping,
  type Measure,
  type RecordKind,
  type RecordReader,
} from '../../kernel/index.ts';
import { conceptById, conceptNames } from '../../ontology/index.ts';
import type { Question, Term } from '../question/question.ts';
import { subjectTerms } from './score-units.ts';

/** What a question asks of typed rows, and the terms that no column accounts for. */
export interface RecordQuestion {
  readonly from: RecordKind;
  readonly where: Filter;
  readonly missing: readonly Term[];
}

/** Words that name the rows or the figure asked for, not their content. */
const ROW_WORDS =
  /^(?:work|work ?orders?|orders?|jobs?|tickets?|notifications?|alarms?|alarm history|events?|repairs?|failures?|faults?|breakdowns?|occurrences?|maintenance|downtime|hours?|costs?|spend|spent|money|logs?|history|database|book(?:ed)?|raised|issued|years?|months?|quarters?|altogether|whole|entire|ever|rpn|risk|priority|risk priority(?: number)?|fmea|severity|occurrence|detection|frequent(?:ly)?|common|often|assets?|equipment|machines?|units?|most|highest|lowest|top|modes?|failure modes?|codes?|types?|work types?|comes?|工单|单子|检修|维修|维护|故障|报警|告警|停机|停机时间|停车|费用|成本|小时|工时|年|月|季度|模式|故障模式|类型|工作类型|编码|次数|履历|活|干|张|元|累计|频繁|常见|花费|花|一年|一共|总共|风险优先数|风险顺序数|整个|期间|哪一年|哪年|数据|哪个月|哪台|最多|最少|最高|最低|最频繁|最常|总计|合计|平均|时长|数目|总数|台账|设备|机器|资产)$/u;
const VALUE_FIELDS: readonly Field[] = ['work-type', 'failure-mode', 'status', 'activity', 'priority', 'component', 'alarm-state'];
const TEXT_FIELDS: readonly Field[] = ['text', 'alarm-text', 'note', 'component', 'activity', 'symptom', 'cause', 'remedy', 'failure-mode'];
const VALUES_READ = 300;
/** Kinds of work as logs abbreviate them. */
const WORK_TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bcorrective\b|\bbreakdown maintenance\b|纠正性|故障维修|抢修|消缺/u,
    /^(?:cm|corr|corrective(?: maintenance)?|bm|pm02|纠正性维修|故障维修|抢修|消缺)$/u,
  ],
  [
    /\bpreventi(?:ve|tive)\b|\bplanned\b|\bscheduled\b|预防性|计划性|定期/u,
    /^(?:pm|prev|preventive(?: maintenance)?|pm01|预防性维护|预防性维修|定期维护|计划检修)$/u,
  ],
  [/\binspections?\b|巡检|点检/u, /^(?:insp|inspection|ins|巡检|点检|检查)$/u],
  [/\bmodifications?\b|改造|技改/u, /^(?:mod|modification|改造|技改)$/u],
];

/** Turns the question's equipment, alarm, time and words into a filter over rows of the kind it asks about. */
export async function recordQuestion(
  records: RecordReader,
  access: Access,
  question: Question,
  signal: AbortSignal,
): Promise<RecordQuestion> {
  const from = rowKind(question);
  const filters: Filter[] = [];
  const named = question.entities.filter((entity) => entity.role === 'asset');
  const coded = named.filter((entity) => entity.isCode);
  const assets = coded.length > 0 ? coded : named;
  if (assets.length > 0)
    filters.push(
      anyOf(
        assets.map((asset) => ({ kind: 'equals', field: 'asset', value: asset.isCode ? asset.text : (asset.keys[0]?.text ?? asset.text) })),
      ),
    );
  const alarms = question.entities.filter((entity) => entity.role === 'alarm');
  if (alarms.length > 0) filters.push(anyOf(alarms.map((alarm) => ({ kind: 'equals', field: 'alarm-code', value: alarm.text }))));
  if (question.scope.time !== undefined)
    filters.push({ kind: 'between', field: 'date', from: question.scope.time.from, to: question.scope.time.to });
  else if (from !== 'fmea-row') filters.push({ kind: 'not', filter: { kind: 'null', field: 'date' } });
  for (const id of question.scope.documents) filters.push({ kind: 'document', id });
  const values = await readValues(records, access, from);
  const label = assets.length > 0 ? undefined : assetLabel(question, await records.values(access, from, 'asset', VALUES_READ));
  if (label !== undefined) filters.push({ kind: 'equals', field: 'asset', value: label.value });
  const missing: Term[] = [];
  for (const term of subjectTerms(question)) {
    if (ROW_WORDS.test(fold(term.text)) || label?.terms.includes(term) === true) continue;
    const filter = termFilter(term, values);
    if (filter === undefined || !(await matchesAny(records, access, from, filter, signal))) missing.push(term);
    else filters.push(filter);
  }
  return { from, where: { kind: 'all', filters }, missing };
}

/** A word that no row of the log holds is no condition but something the log does not know. */
async function matchesAny(records: RecordReader, access: Access, from: RecordKind, where: Filter, signal: AbortSignal): Promise<boolean> {
  const rows = await records.rows(access, { from, where, offset: 0, limit: 1 }, signal);
  return rows.length > 0;
}

function rowKind(question: Question): RecordKind {
  const text = fold(question.text);
  if (/\bfmea\b|\brpn\b|risk priority|风险(?:优先|顺序)数/u.test(text)) return 'fmea-row';
  if (/work ?orders?|工单|维修|repair/u.test(text)) return 'work-order';
  if (question.entities.some((entity) => entity.role === 'alarm') || /\balarms?\b|\btrips?\b|报警|告警|跳闸/u.test(text)) return 'alarm';
  return 'work-order';
}

/**
 * An equipment name of the log itself in the question (`excavator B`, `Line 3`), with the terms it takes up. A name of one or
 * two characters counts only as written, and only behind a word for the equipment.
 */
function assetLabel(
  question: Question,
  values: readonly { readonly text: string }[],
): { readonly value: string; readonly terms: readonly Term[] } | undefined {
  for (const value of [...values.map(({ text }) => text)].sort((a, b) => b.length - a.length || compareText(a, b))) {
    const short = value.length <= 2;
    const place = wholeWord(short ? question.text : fold(question.text), short ? value : fold(value));
    if (value.trim() === '' || place < 0) continue;
    const before = question.terms.find((term) => term.end <= place && /^\s?$/.test(question.text.slice(term.end, place)));
    if (short && before === undefined) continue;
    const inside = question.terms.filter((term) => term.start < place + value.length && term.end > place);
    return { value, terms: before === undefined || !short ? inside : [...inside, before] };
  }
  return undefined;
}

/** Place of a word that is not part of a longer one; -1 where there is none. */
function wholeWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    const around = `${text.charAt(at - 1)}${text.charAt(at + word.length)}`;
    if (!/[\p{L}\p{N}]/u.test(around.replace(/\p{sc=Han}/gu, ' '))) return at;
  }
  return -1;
}

type FieldValues = ReadonlyMap<Field, readonly string[]>;

async function readValues(records: RecordReader, access: Access, from: RecordKind): Promise<FieldValues> {
  const read = new Map<Field, readonly string[]>();
  for (const field of VALUE_FIELDS) {
    const values = await records.values(access, from, field, VALUES_READ);
    read.set(
      field,
      values.map((value) => value.text),
    );
  }
  return read;
}

/** Rows that speak of a term: its value in a coded column, else its names in the row's words. */
function termFilter(term: Term, values: FieldValues): Filter | undefined {
  const folded = fold(term.text);
  const concept = term.concept === undefined ? undefined : conceptById(term.concept);
  for (const [field, known] of values) {
    const equal = known.find((value) => fold(value) === folded || (concept?.code !== undefined && fold(value) === fold(concept.code)));
    if (equal !== undefined) return { kind: 'equals', field, value: equal };
  }
  const workType = WORK_TYPES.find(([asked]) => asked.test(folded));
  const coded = workType === undefined ? undefined : (values.get('work-type') ?? []).find((value) => workType[1].test(fold(value)));
  if (coded !== undefined) return { kind: 'equals', field: 'work-type', value: coded };
  const names = concept === undefined ? [term.text] : [...new Set([term.text, ...conceptNames(concept)])];
  const long = names.filter((name) => (/\p{sc=Han}/u.test(name) ? name.length >= 2 : name.length >= 3));
  if (long.length === 0) return undefined;
  const inWords = long.flatMap((text) => TEXT_FIELDS.map((field): Filter => ({ kind: 'contains', field, text: stemOf(text) })));
  const codedField = concept === undefined ? undefined : CODED[concept.id.split('/')[0] ?? ''];
  return anyOf(
    codedField === undefined || concept === undefined ? inWords : [{ kind: 'equals', field: codedField, value: concept.id }, ...inWords],
  );
}

const CODED: Readonly<Record<string, Field>> = {
  'failure-mode': 'coded:failure-mode',
  symptom: 'coded:symptom',
  activity: 'coded:activity',
  component: 'coded:component',
  mechanism: 'coded:mechanism',
};

/** Logs inflect and abbreviate: the ending of an English word is not looked for. */
function stemOf(text: string): string {
  return text.replace(/(?<=[a-z]{4})(?:ings?|ed|es|s|e)$/u, '');
}

function anyOf(filters: readonly Filter[]): Filter {
  const [only] = filters;
  return filters.length === 1 && only !== undefined ? only : { kind: 'any', filters };
}

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, five: 5, ten: 10, 两: 2, 三: 3, 五: 5, 十: 10 };
const EVERYTHING = 1000;

/** The figure that a question asks for, over rows that match `where`. */
export function aggregateQuery(question: Question, { from, where }: RecordQuestion): AggregateQuery {
  const text = fold(question.text);
  const field = measuredField(text, from);
  const superlative = /\b(?:most|highest|largest|longest|max(?:imum)?|top|worst)\b|最多|最高|最大|最长|最频繁|最常/u.test(text);
  const least = /\b(?:fewest|least|lowest|smallest|shortest|min(?:imum)?)\b|最少|最低|最小|最短/u.test(text);
  const group = grouping(text, from, superlative || least);
  const rating = field !== undefined && RATINGS.has(field);
  const measure = measureOf(text, field, (superlative || least) && (group === undefined || rating), least);
  const ranked = group !== undefined && (superlative || least);
  return {
    from,
    where: group === undefined ? where : { kind: 'all', filters: [where, { kind: 'not', filter: { kind: 'null', field: group.field } }] },
    groupBy: group === undefined ? [] : [group],
    measures: [measure],
    orderBy:
      group === undefined
        ? []
        : ranked
          ? [
              { by: 'measure', index: 0, direction: least ? 'ascending' : 'descending' },
              { by: 'group', index: 0, direction: 'ascending' },
            ]
          : [{ by: 'group', index: 0, direction: 'ascending' }],
    limit: EVERYTHING,
  };
}

/** Marks on a scale: their sum means nothing. */
const RATINGS: ReadonlySet<ColumnRole> = new Set(['risk-priority', 'severity', 'occurrence', 'detection']);

/** How many leading groups a ranking is asked for: `top 5`, 前三; one where no number is given. */
export function wantedGroups(question: Question): number {
  const top = /\btop (\d+|two|three|five|ten)\b|前(\d+|两|三|五|十)/u.exec(fold(question.text));
  return top === null ? 1 : (NUMBERS[top[1] ?? top[2] ?? ''] ?? Number(top[1] ?? top[2]));
}

function measuredField(text: string, from: RecordKind): ColumnRole | undefined {
  if (from === 'fmea-row') {
    if (/\brpn\b|risk priority|风险(?:优先|顺序)数/u.test(text)) return 'risk-priority';
    if (/severity|严重度/u.test(text)) return 'severity';
    if (/\boccurrence\b|频度|发生度/u.test(text)) return 'occurrence';
    if (/\bdetection\b|探测度|检测度/u.test(text)) return 'detection';
    return undefined;
  }
  if (/\bcosts?\b|\bspen[dt]\b|\bmoney\b|\bexpensive\b|费用|成本|花费|花了|多少钱|多少元/u.test(text)) return 'cost';
  if (/\bdowntime\b|\bdown\b|\bhours?\b|\bduration\b|\bhow long\b|\boutage\b|停机|小时|时长|工时|多长时间/u.test(text)) return 'duration';
  return undefined;
}

function measureOf(text: string, field: ColumnRole | undefined, extreme: boolean, least: boolean): Measure {
  if (field === undefined) return { kind: 'count' };
  if (/\b(?:average|mean)\b|平均/u.test(text)) return { kind: 'mean', field };
  if (extreme) return { kind: least ? 'min' : 'max', field };
  if (RATINGS.has(field)) return { kind: 'mean', field };
  return { kind: 'sum', field };
}

function grouping(text: string, from: RecordKind, ranked: boolean): Grouping | undefined {
  const per = /\b(?:per|by|each|every)\b|每|各|逐|按/u.test(text);
  if (!ranked && !per) return undefined;
  if (/\b(?:which|what|per|by|each|every) (?:calendar )?year\b|哪一?年|每年|各年|逐年|按年|每一年/u.test(text))
    return { kind: 'time', field: 'date', unit: 'year' };
  if (/\b(?:which|what|per|by|each|every) month\b|哪一?个?月|每个?月|各月|逐月|按月/u.test(text))
    return { kind: 'time', field: 'date', unit: 'month' };
  if (/\b(?:which|what|per|by|each|every) quarter\b|哪个?季度|每个?季度|按季/u.test(text))
    return { kind: 'time', field: 'date', unit: 'quarter' };
  if (/failure modes?|故障模式|失效模式/u.test(text)) return { kind: 'field', field: 'failure-mode' };
  if (/work types?|order types?|工作类型|工单类型|维修类型/u.test(text)) return { kind: 'field', field: 'work-type' };
  if (
    from === 'alarm' &&
    /\b(?:which|what|frequent|common|top \S+) alarms?\b|哪个报警|什么报警|哪条报警|报警代码|最频繁的报警|最多的报警/u.test(text)
  )
    return { kind: 'field', field: 'alarm-code' };
  if (
    /\b(?:which|what|per|by|each|every|top \S+) (?:\S+ )?(?:asset|equipment|machine|pump|motor|unit|device|tag)s?\b|哪台|哪个设备|哪一台|每台|各设备|按设备|哪些设备|什么设备|哪个泵/u.test(
      text,
    )
  )
    return { kind: 'field', field: 'asset' };
  if (/\b(?:which|what) (?:component|part)s?\b|哪个部件|什么部件/u.test(text)) return { kind: 'field', field: 'component' };
  return undefined;
}
