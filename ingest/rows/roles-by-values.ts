import { type ColumnRole, fold, unitFacts } from '../../kernel/index.ts';
import { columnRoles, headRoles, isAlarmState, isKindOfWork, splitUnit, tellsWorkDone } from '../../ontology/index.ts';
import { readDate } from '../title-block/read-date.ts';
import { contradictsRole, fitsRole, type SampledColumn } from './fits-role.ts';
import { inspectedColumns } from './inspected-columns.ts';
import { columnType, countCell, emptyColumnCounts } from './survey-column.ts';

/** Rows below which values say nothing. */
const FEWEST_ROWS = 5;
/** Share of different cells at most where they name things that come back, at least where they are numbers of orders or texts. */
const NAMES_DIFFER = 0.5;
const NUMBERS_DIFFER = 0.98;
const TEXTS_DIFFER = 0.3;
const FILLED = 0.9;
/** Share of a column of eight bare digits that are days of the calendar; subtotals may stand between them. */
const COMPACT_DATES = 0.8;
const LONGEST_NAME = 40;
const SHORTEST_TEXT = 5;

/**
 * Roles of a log's columns whose headers say nothing, from what stands in them: times, amounts in money or time by the unit of the
 * header, codes that never repeat, names that do, texts. `year`: of dates that leave it out. Only a table with a column of times is a log, and no role is given twice.
 */
export function rolesByValues(
  headers: readonly string[],
  named: readonly (ColumnRole | undefined)[],
  sample: readonly (readonly string[])[],
  chinese: boolean,
  year?: number,
): readonly (ColumnRole | undefined)[] {
  const body = wholeRows(sample);
  if (body.length < FEWEST_ROWS) return named;
  const columns = headers.map((header, column): SampledColumn => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const counts = emptyColumnCounts();
    for (const text of cells) countCell(counts, { text });
    const { type } = columnType(counts, undefined, chinese, { year });
    const isCompactDate = cells.filter((cell) => readDate(cell, undefined, true) !== undefined).length > COMPACT_DATES * cells.length;
    return {
      column,
      cells,
      rows: body.length,
      type: isCompactDate ? 'date' : type,
      unit: unitOf(header),
      differ: new Set(cells.map(fold)).size / Math.max(1, cells.length),
    };
  });
  // What was taken for values of parameters by its cells alone is a log where it has times.
  const said = columnRoles(headers);
  const isLog = columns.some(({ type, column }) => type === 'date' && said[column] === undefined);
  const roles = named.map((role, column) => (isLog && (role === 'value' || role === 'parameter') ? said[column] : role));
  // An amount of money is no part and no quantity, whatever the header calls it.
  for (const { column, unit, cells } of columns)
    if (unit === 'money' && roles[column] !== 'cost' && roles[column] !== 'value' && cells.every(isAmount)) roles[column] = undefined;
  for (const column of columns) {
    const role = roles[column.column];
    if (role !== undefined && contradictsRole(role, column)) roles[column.column] = undefined;
  }
  const free = () => columns.filter(({ column, cells }) => roles[column] === undefined && cells.length > 0);
  const give = (role: ColumnRole | undefined, column: { readonly column: number } | undefined): void => {
    if (role !== undefined && column !== undefined && !roles.includes(role)) roles[column.column] = role;
  };
  // Without another column of times, the first one is the date, whatever else its header may say: a condition, a value, a remark.
  if (!roles.includes('date')) {
    const first = columns.find(({ type, column }) => type === 'date' && roles[column] !== 'end-date');
    if (first !== undefined) roles[first.column] = 'date';
  }
  if (!roles.includes('date')) return named;
  const heads = headers.map((header): readonly ColumnRole[] => [
    ...headRoles(header),
    ...(tellsWorkDone(header) ? (['remedy'] as const) : []),
  ]);
  const done = headers.findIndex((header, column) => roles[column] === 'text' && tellsWorkDone(header));
  const tellsTrouble =
    roles.includes('symptom') || free().some((one) => heads[one.column]?.includes('text') === true && fitsRole('text', one));
  if (done >= 0 && tellsTrouble && !roles.includes('remedy')) roles[done] = 'remedy';
  for (const one of columns)
    if (roles[one.column] === undefined || (roles[one.column] === 'alarm-code' && !one.cells.some((cell) => /\d/.test(cell))))
      give(
        heads[one.column]?.find(
          (role) => !roles.includes(role) && fitsRole(role, one) && (role !== 'text' || mayTell(headers[one.column] ?? '')),
        ),
        one,
      );
  give(
    'end-date',
    free().find(({ type, column }) => type === 'date' && column > roles.indexOf('date')),
  );
  const measured = (dimension: string) =>
    free().find(({ cells, unit }) => unit === dimension && cells.filter(isAmount).length >= FILLED * cells.length);
  give('cost', measured('money'));
  give('duration', measured('time'));
  give(
    'alarm-state',
    free().find(({ cells, differ }) => differ <= NAMES_DIFFER && cells.filter(isAlarmState).length * 2 > cells.length),
  );
  give(
    'work-type',
    free().find(({ cells, differ }) => differ <= NAMES_DIFFER && cells.filter(isKindOfWork).length * 2 > cells.length),
  );
  const filled = ({ cells }: { readonly cells: readonly string[] }) => cells.length >= FILLED * body.length;
  give(
    'order-number',
    free().find((one) => filled(one) && one.differ >= NUMBERS_DIFFER && one.cells.every((cell) => /^\p{L}{0,4}[-/ ]?\d{3,}$/u.test(cell))),
  );
  if (!roles.some((role) => role === 'text' || role === 'symptom' || role === 'alarm-text')) {
    const texts = free().filter(
      (one) => filled(one) && one.type === 'text' && one.differ >= TEXTS_DIFFER && meanLength(one.cells) >= SHORTEST_TEXT,
    );
    const wordy = texts.filter(({ cells }) => cells.filter((cell) => /\p{sc=Han}{3}|\p{L}+\s\p{L}+/u.test(cell)).length * 2 > cells.length);
    give('text', wordy.sort((a, b) => meanLength(b.cells) - meanLength(a.cells) || a.column - b.column)[0]);
  }
  const told = roles.findIndex((role) => role === 'text' || role === 'symptom' || role === 'alarm-text');
  const names = free().filter(
    (one) => filled(one) && one.type === 'text' && one.differ <= NAMES_DIFFER && one.cells.every((cell) => cell.length <= LONGEST_NAME),
  );
  give(
    'asset',
    names.find(({ column, cells }) => column < told && new Set(cells).size > 2),
  );
  for (const [role, column] of inspectedColumns(body, free(), roles)) give(role, { column });
  return roles;
}

/** A description of the machine is none of what happened. */
function mayTell(header: string): boolean {
  const [alone] = columnRoles([header]);
  return alone === undefined || alone === 'text' || alone === 'symptom';
}

function unitOf(header: string): string | undefined {
  return unitFacts(splitUnit(header).unit ?? '')?.dimension;
}

/** Rows without those that leave most open, as totals do. */
function wholeRows(sample: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = sample.map((row) => row.filter((cell) => cell !== '').length);
  const most = Math.max(0, ...filled);
  return sample.filter((_, index) => (filled[index] ?? 0) * 2 > most);
}

function isAmount(cell: string): boolean {
  return /^[-+]?\d/.test(cell);
}

function meanLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}
