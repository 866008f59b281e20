import {
  type Access,
  compareText,
  type Field,
  type Filter,
  fold,
  foldIdentifier,
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
  /^(?:work|work ?orders?|orders?|jobs?|tickets?|notifications?|alarms?|alarm history|events?|repairs?|failures?|faults?|breakdowns?|occurrences?|maintenance|downtime|hours?|costs?|spend|spent|money|logs?|history|database|book(?:ed)?|raised|issued|years?|months?|quarters?|altogether|whole|entire|ever|rows?|rpn|risk|priority|risk priority(?: number)?|fmea|severity|occurrence|detection|frequent(?:ly)?|common|often|assets?|equipment|machines?|units?|most|highest|lowest|top|modes?|failure modes?|codes?|types?|work types?|comes?|工单|单子|检修|维修|维护|故障|报警|告警|停机|停机时间|停车|费用|成本|小时|工时|年|月|季度|模式|故障模式|类型|工作类型|编码|次数|履历|活|干|张|元|累计|频繁|常见|花费|花|一年|一共|总共|风险优先数|风险顺序数|整个|期间|哪一年|哪年|数据|哪个月|哪台|最多|最少|最高|最低|最频繁|最常|总计|合计|平均|时长|数目|总数|台账|设备|机器|资产)$/u;
const VALUE_FIELDS: readonly Field[] = ['work-type', 'failure-mode', 'status', 'activity', 'priority', 'component', 'alarm-state'];
/** Columns whose values are words, found inside longer values too. */
const WORDED: ReadonlySet<Field> = new Set(['component', 'activity']);
const TEXT_FIELDS: readonly Field[] = ['text', 'alarm-text', 'note', 'component', 'activity', 'symptom'];
const VALUES_READ = 300;
/** `Chiller 13`, `3号泵`: a name that tells one machine from its likes. */
const NAME_WITH_NUMBER = /^(?=.*\p{L})(?=.*\d).{3,30}$/u;
const NEWEST = 20;
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
  const values = await readValues(records, access, from);
  const filters: Filter[] = codeFilters(question, values);
  if (question.scope.time !== undefined)
    filters.push({ kind: 'between', field: 'date', from: question.scope.time.from, to: question.scope.time.to });
  else if (from !== 'fmea-row') filters.push({ kind: 'not', filter: { kind: 'null', field: 'date' } });
  for (const id of question.scope.documents) filters.push({ kind: 'document', id });
  const unnamed = await unnamedFields(records, access, from, signal);
  const label = question.entities.some((entity) => entity.role === 'asset')
    ? undefined
    : await equipmentLabel(records, access, from, question, unnamed);
  if (label !== undefined) filters.push({ kind: 'equals', field: label.field, value: label.value });
  const textFields = [...TEXT_FIELDS, ...unnamed];
  const missing: Term[] = [];
  for (const term of subjectTerms(question)) {
    if (/(?:\btop|前)\s*$/u.test(fold(question.text.slice(0, term.start)))) continue;
    if (ROW_WORDS.test(fold(term.text)) || label?.terms.includes(term) === true) continue;
    const filter = /^\d+$/.test(term.text) ? ratingFilter(question, term) : termFilter(term, values, textFields);
    const isRating = filter?.kind === 'equals' && typeof filter.value === 'number';
    if (filter === undefined || (!isRating && !(await matchesAny(records, access, from, filter, signal)))) missing.push(term);
    else filters.push(filter);
  }
  return { from, where: { kind: 'all', filters }, missing };
}

/** Columns whose header nobody knows may hold what happened: the newest rows tell which there are. */
async function unnamedFields(records: RecordReader, access: Access, from: RecordKind, signal: AbortSignal): Promise<Field[]> {
  const rows = await records.rows(access, { from, where: { kind: 'all', filters: [] }, offset: 0, limit: NEWEST }, signal);
  const fields = rows.flatMap(({ record }) =>
    Object.entries(record.columns)
      .filter(([, value]) => value?.kind === 'text')
      .map(([field]) => field as Field),
  );
  return [...new Set(fields)].filter((field) => field.startsWith('x:')).sort(compareText);
}

/** The codes of a question: values of a coded column where they are some, else the equipment or alarms that rows are about. */
function codeFilters(question: Question, values: FieldValues): Filter[] {
  const codes = question.entities.filter((entity) => entity.role === 'asset' || entity.role === 'alarm' || entity.isCode);
  const coded = codes.filter((entity) => entity.isCode);
  const asked = coded.some((entity) => entity.role === 'asset') ? coded : codes;
  const filters: Filter[] = [];
  const about: Record<'asset' | 'alarm', Filter[]> = { asset: [], alarm: [] };
  for (const entity of asked) {
    const text = entity.isCode ? entity.text : (entity.keys[0]?.text ?? entity.text);
    const column = [...values].find(([, known]) => known.some((value) => foldIdentifier(value) === entity.folded))?.[0];
    if (column !== undefined) filters.push({ kind: 'equals', field: column, value: text });
    else if (entity.role === 'alarm') about.alarm.push({ kind: 'equals', field: 'alarm-code', value: text });
    else if (entity.role === 'asset') about.asset.push({ kind: 'equals', field: 'asset', value: text });
    else filters.push({ kind: 'equals', field: entity.role === 'part' ? 'part-number' : 'order-number', value: text });
  }
  for (const some of [about.asset, about.alarm]) if (some.length > 0) filters.push(anyOf(some));
  return filters;
}

const RATING_WORDS: readonly (readonly [Field, RegExp])[] = [
  ['severity', /(?:severity|严重度)[^\p{L}\p{N}]*(?:of|is|=|为|是)?[^\p{L}\p{N}]*$/u],
  ['occurrence', /(?:occurrence|发生度|频度)[^\p{L}\p{N}]*(?:of|is|=|为|是)?[^\p{L}\p{N}]*$/u],
  ['detection', /(?:detection|探测度|检测度)[^\p{L}\p{N}]*(?:of|is|=|为|是)?[^\p{L}\p{N}]*$/u],
  ['risk-priority', /(?:rpn|risk priority(?: number)?|风险(?:优先|顺序)数)[^\p{L}\p{N}]*(?:of|is|=|为|是)?[^\p{L}\p{N}]*$/u],
];

/** A number is a condition only behind the rating that it is a mark of. */
function ratingFilter(question: Question, term: Term): Filter | undefined {
  const before = fold(question.text.slice(0, term.start));
  const field = RATING_WORDS.find(([, pattern]) => pattern.test(before))?.[0];
  return field === undefined ? undefined : { kind: 'equals', field, value: Number(term.text) };
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

interface Label {
  readonly field: Field;
  readonly value: string;
  readonly terms: readonly Term[];
}

/** The asked equipment as the log names it: in its equipment column, else in full in a column whose header nobody knows. */
async function equipmentLabel(
  records: RecordReader,
  access: Access,
  from: RecordKind,
  question: Question,
  unnamed: readonly Field[],
): Promise<Label | undefined> {
  for (const field of ['asset' as const, ...unnamed]) {
    const values = await records.values(access, from, field, VALUES_READ);
    const named = field === 'asset' ? values : values.filter(({ text }) => NAME_WITH_NUMBER.test(fold(text)));
    const label = assetLabel(question, named);
    if (label !== undefined) return { field, ...label };
  }
  return undefined;
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
function termFilter(term: Term, values: FieldValues, textFields: readonly Field[]): Filter | undefined {
  const folded = fold(term.text);
  const concept = term.concept === undefined ? undefined : conceptById(term.concept);
  for (const [field, known] of values) {
    const equal = known.find((value) => fold(value) === folded || (concept?.code !== undefined && fold(value) === fold(concept.code)));
    if (equal !== undefined && !WORDED.has(field)) return { kind: 'equals', field, value: equal };
  }
  const workType = WORK_TYPES.find(([asked]) => asked.test(folded));
  const coded = workType === undefined ? undefined : (values.get('work-type') ?? []).find((value) => workType[1].test(fold(value)));
  if (coded !== undefined) return { kind: 'equals', field: 'work-type', value: coded };
  const names = concept === undefined ? [term.text] : [...new Set([term.text, ...conceptNames(concept)])];
  const long = shortest(names.filter((name) => (/\p{sc=Han}/u.test(name) ? name.length >= 2 : name.length >= 3)).map(stemOf));
  if (long.length === 0) return undefined;
  const inWords = long.flatMap((text) => textFields.map((field): Filter => ({ kind: 'contains', field, text })));
  const codedField = concept === undefined ? undefined : CODED[concept.id.split('/')[0] ?? ''];
  return anyOf(
    codedField === undefined || concept === undefined ? inWords : [{ kind: 'equals', field: codedField, value: concept.id }, ...inWords],
  );
}

/** Names without those that hold another name: who looks for the shorter one finds the longer one too. */
function shortest(names: readonly string[]): string[] {
  const folded = [...new Set(names.map(fold))];
  return folded.filter((name) => !folded.some((other) => other !== name && name.includes(other)));
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
