import {
  type AggregateCell,
  assertNever,
  COLUMN_ROLES,
  type Field,
  type FileBeingRead,
  type Filter,
  type LogReadInPart,
} from '../../kernel/index.ts';
import { columnLabel, conceptById, figurePhrase } from '../../ontology/index.ts';
import { derivedText } from './derived-text.ts';
import { type FigureShape, isShareOfEach } from './figure-shape.ts';
import type { Log } from './log-columns.ts';
import type { FigurePlan } from './plan-figure.ts';

type Language = 'zh' | 'en';

const HAN = /\p{Script=Han}/u;

/** What was computed, beside the cells themselves. */
export interface FigureFacts {
  readonly rows: readonly (readonly AggregateCell[])[];
  readonly matched: number;
  /** Matched rows whose cell gives no measure. */
  readonly empty: number;
  /** What groups are called besides the code that they go by. */
  readonly names?: ReadonlyMap<string, string>;
  /** Rows that meet all conditions and have no value for the grouping. */
  readonly ungrouped: number;
  readonly repeated: number;
  /** Rows that meet all conditions but the time, and have no date. */
  readonly undated: number;
  /** What a share is of: rows, or the sum over them. */
  readonly whole?: number;
  /** Shares in percent: one of all that is told, or one of each group. */
  readonly shares?: readonly number[];
  readonly unit: string;
  /** What follows from the figure, where the shape says that something does. */
  readonly derived?: number;
  /** Logs whose rows are not there now. */
  readonly beingRead: readonly FileBeingRead[];
  /** Logs of which the last rows were never read. */
  readonly readInPart: readonly LogReadInPart[];
}

/** The figure in words, with what was counted, and what could not be. */
export function figureText(language: Language, plan: FigurePlan, shape: FigureShape, facts: FigureFacts): string {
  const { measure, group } = shape;
  const { log } = plan;
  const rows = rowsText(language, log);
  const files = plan.collection?.filter === undefined ? [] : plan.collection.documents.map(({ fileName }) => fileName);
  const conditions = [...plan.conditions.map(({ filter }) => filterText(language, log, filter)), ...files].join(
    figurePhrase(language, 'and'),
  );
  const scope = conditions === '' ? '' : figurePhrase(language, 'scope', { conditions });
  const column = measure.kind === 'count' ? '' : columnText(language, log, measure.field);
  const { matched, empty } = facts;
  const [share] = facts.shares ?? [];
  const common = { rows, scope, matched, column, measure: figurePhrase(language, measure.kind) };
  const written = (cell: AggregateCell | undefined) =>
    `${numberText(cell)}${facts.unit === '' || measure.kind === 'count' ? '' : ` ${facts.unit}`}`;
  const notes = [
    measure.kind !== 'count' && empty > 0 && empty < matched ? figurePhrase(language, 'empty cells', { empty, rows, column }) : '',
    facts.ungrouped > 0 && group !== undefined
      ? figurePhrase(language, 'no group', { empty: facts.ungrouped, rows, column: columnText(language, log, group.field) })
      : '',
    facts.undated > 0 ? figurePhrase(language, 'undated', { undated: facts.undated, rows }) : '',
    facts.repeated > 0 ? figurePhrase(language, 'repeated', { repeated: facts.repeated }) : '',
    beingReadText(language, facts.beingRead),
    readInPartText(language, facts.readInPart),
  ].join('');
  if (shape.derivation !== undefined && facts.derived !== undefined)
    return `${derivedText(language, shape.derivation, facts.derived, common, facts.rows[0] ?? [], (field) => columnText(language, log, field))}${notes}`;
  if (group !== undefined) {
    const phrase = measure.kind === 'count' ? 'group count' : 'group line';
    const isOfEach = isShareOfEach(shape);
    const lines = facts.rows.map((row, at) => {
      const line = figurePhrase(language, phrase, { group: calledText(row[0], facts.names), figure: written(row.at(-1)), rows });
      const own = isOfEach ? facts.shares?.[at] : undefined;
      return own === undefined ? line : `${line}${figurePhrase(language, 'share of group', { share: numberText(own) })}`;
    });
    if (lines.length === 0)
      return `${figurePhrase(language, 'no such group', { column: columnText(language, log, group.field) })}${scope}${notes}`;
    const together =
      share === undefined || isOfEach ? '' : figurePhrase(language, 'together', { share: numberText(share), whole: written(facts.whole) });
    const goes = shape.isTrend === true ? trendText(language, facts.rows, written) : '';
    return `${lines.join(figurePhrase(language, 'between'))}${together}${goes}${scope}${notes}`;
  }
  const cell = facts.rows[0]?.[0];
  if (facts.whole !== undefined && share !== undefined) {
    const part = numberText(share);
    if (measure.kind === 'count') return `${figurePhrase(language, 'share', { ...common, share: part, whole: facts.whole })}${notes}`;
    return `${figurePhrase(language, 'share of sum', { ...common, share: part, figure: written(cell), whole: written(facts.whole) })}${notes}`;
  }
  if (measure.kind === 'count') return `${figurePhrase(language, 'counted', { ...common, figure: numberText(cell) })}${notes}`;
  if (cell === null || cell === undefined) return `${figurePhrase(language, 'none holds', common)}${notes}`;
  if (isTime(log, measure.field) && typeof cell === 'number' && (measure.kind === 'min' || measure.kind === 'max')) {
    const time = new Date(cell).toISOString().slice(0, 16).replace('T', ' ').replace(' 00:00', '');
    return `${figurePhrase(language, measure.kind === 'min' ? 'first' : 'latest', { ...common, figure: time })}${notes}`;
  }
  if (measure.kind === 'distinct') return `${figurePhrase(language, 'counted different', { ...common, figure: numberText(cell) })}${notes}`;
  return `${figurePhrase(language, 'measured', { ...common, figure: written(cell) })}${notes}`;
}

function calledText(cell: AggregateCell | undefined, names: FigureFacts['names']): string {
  const name = names?.get(String(cell));
  return name === undefined ? String(cell ?? '–') : `${cell} (${name})`;
}

/** Which way the figures go from the first group to the last, and whether all the way. */
function trendText(language: Language, rows: FigureFacts['rows'], written: (cell: AggregateCell | undefined) => string): string {
  const figures = rows.map((row) => row.at(-1)).filter((cell) => typeof cell === 'number');
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || figures.length < 2) return '';
  const steps = figures.slice(1).map((figure, at) => Math.sign(figure - (figures[at] ?? figure)));
  const isSteady = !(steps.includes(1) && steps.includes(-1));
  const phrase = last > first ? 'rose' : last < first ? 'fell' : 'as before';
  const said = figurePhrase(language, phrase, { first: written(first), last: written(last) });
  return `${said}${isSteady ? '' : figurePhrase(language, 'not steadily')}`;
}

/** The difference of two figures that are told one after the other, and of two times the way that it goes. */
export function differenceText(language: Language, [first, last]: readonly [number, number], areTimes: boolean, unit: string): string {
  const figure = (value: number) => `${numberText(value)}${unit === '' ? '' : ` ${unit}`}`;
  const goes = areTimes
    ? figurePhrase(language, last > first ? 'rose' : last < first ? 'fell' : 'as before', { first: figure(first), last: figure(last) })
    : '';
  return `${figurePhrase(language, 'difference', { figure: figure(Math.abs(first - last)) })}${goes}`;
}

function isTime(log: Log, field: Field): boolean {
  return log.columns.find((column) => column.field === field)?.holds === 'dates';
}

/** Nothing where no log is being read. */
export function beingReadText(language: Language, logs: readonly FileBeingRead[]): string {
  return logs.length === 0 ? '' : figurePhrase(language, 'being read', { documents: fileNames(logs) });
}

/** Nothing where all logs were read to their end. */
function readInPartText(language: Language, logs: readonly LogReadInPart[]): string {
  return logs.length === 0 ? '' : figurePhrase(language, 'read in part', { documents: fileNames(logs) });
}

/** Each once, in order. */
function fileNames(logs: readonly { readonly fileName: string }[]): string {
  return [...new Set(logs.map((log) => log.fileName))].join(', ');
}

export function rowsText(language: Language, { kind }: Pick<Log, 'kind'>): string {
  return figurePhrase(language, `rows ${kind}`);
}

/** What a column is called: as its header is written, for who asks in the other language by what that means. */
export function columnText(language: Language, log: Log, field: Field): string {
  const column = log.columns.find((one) => one.field === field);
  const name = column?.names[0] ?? field.replace(/^(?:x|coded):/, '');
  const role = COLUMN_ROLES.find((one) => one === field);
  const label = columnLabel(column?.title ?? name, role, language);
  return HAN.test(label) === HAN.test(name) ? name : label;
}

function numberText(cell: AggregateCell | undefined): string {
  return typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : String(cell ?? '');
}

/** A condition in words: the column with its value, or the words looked for. */
export function filterText(language: Language, log: Log, filter: Filter): string {
  const column = (field: Field) => columnText(language, log, field);
  switch (filter.kind) {
    case 'all':
      return filter.filters.map((part) => filterText(language, log, part)).join(figurePhrase(language, 'and'));
    case 'any':
      return alternatives(language, log, filter.filters);
    case 'not':
      return figurePhrase(language, 'not', { condition: filterText(language, log, filter.filter) });
    case 'equals':
      return figurePhrase(language, 'is value', { column: column(filter.field), value: String(filter.value) });
    case 'in':
      return figurePhrase(language, 'is value', { column: column(filter.field), value: filter.values.join(figurePhrase(language, 'or')) });
    case 'contains':
      return figurePhrase(language, 'in words', { value: filter.text });
    case 'compare':
      return figurePhrase(language, 'compare', { column: column(filter.field), operator: filter.operator, value: filter.value });
    case 'between':
      return figurePhrase(language, 'dates', { column: column(filter.field), from: day(filter.from ?? 0), to: day((filter.to ?? 0) - 1) });
    case 'null':
      return figurePhrase(language, 'is empty', { column: column(filter.field) });
    case 'document':
    case 'unrepeated':
    case 'group':
      return '';
    default:
      return assertNever(filter);
  }
}

/** Words of one thing are told by the first; an empty number by what it can mean; columns one after the other. */
function alternatives(language: Language, log: Log, filters: readonly Filter[]): string {
  const [first] = filters;
  if (first?.kind === 'null') return figurePhrase(language, 'empty or 0', { column: columnText(language, log, first.field) });
  const concept = first?.kind === 'equals' && first.field.startsWith('coded:') ? conceptById(String(first.value)) : undefined;
  if (concept !== undefined) return figurePhrase(language, 'in words', { value: concept[language][0] ?? '' });
  const texts = filters.map((part) => filterText(language, log, part));
  return [...new Set(texts)].join(figurePhrase(language, 'or'));
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
