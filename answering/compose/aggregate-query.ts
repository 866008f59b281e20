import { type AggregateQuery, type ColumnRole, fold, type Grouping, type Measure, type RecordKind } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import type { RecordQuestion } from './record-question.ts';

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
    if (/\bhow many\b|\b(?:number|count) of\b|多少(?:条|个|行|项)/u.test(text)) return undefined;
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
