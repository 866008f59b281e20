import type { ColumnRole } from '../../kernel/index.ts';
import { columnRoles, isAlarmState, isKindOfWork, isRoleName } from '../../ontology/index.ts';
import { contradictsRole, fitsRole } from './fits-role.ts';
import { datePair, headerClaims, isSure, likeliestColumn, misnamedColumns, readHeaders, saysSurely } from './header-claims.ts';
import { inspectedColumns } from './inspected-columns.ts';
import { sampleColumns } from './sample-columns.ts';

/** Rows below which values say nothing. */
const FEWEST_ROWS = 5;
/** Share of different cells at most where they name things that come back, at least where they are numbers of orders or texts. */
const NAMES_DIFFER = 0.5;
const NUMBERS_DIFFER = 0.98;
const TEXTS_DIFFER = 0.3;
const FILLED = 0.9;
const LONGEST_NAME = 40;
const SHORTEST_TEXT = 5;
/** So many times longer cells of a column tell more of what happened than those of one whose header is not sure. */
const LONGER = 1.5;
/** Roles that several columns may have. */
const REPEATABLE: ReadonlySet<ColumnRole> = new Set(['value', 'note']);

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
  const columns = sampleColumns(headers, body, chinese, year);
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
  if (!roles.includes('date') && !columns.some(({ type }) => type === 'date')) return named;
  const free = () => columns.filter(({ column, cells }) => roles[column] === undefined && cells.length > 0);
  const isFree = (role: ColumnRole): boolean =>
    REPEATABLE.has(role) || roles.every((one, column) => one !== role || columns[column]?.cells.length === 0);
  // A role that an empty column holds is the one's that has something to say.
  const give = (role: ColumnRole | undefined, column: { readonly column: number } | undefined): void => {
    if (role === undefined || column === undefined || !isFree(role)) return;
    const holder = roles.indexOf(role);
    if (holder >= 0 && !REPEATABLE.has(role)) roles[holder] = undefined;
    roles[column.column] = role;
  };
  const readings = readHeaders(headers);
  for (const column of misnamedColumns(headers, roles, readings)) roles[column] = undefined;
  for (const [role, column] of datePair(columns, readings, roles)) roles[column] = role;
  // Without another column of times, the first one is the date, whatever else its header may say: a condition, a value, a remark.
  if (!roles.includes('date')) {
    const first = columns.find(({ type, column }) => type === 'date' && roles[column] !== 'end-date');
    if (first !== undefined) roles[first.column] = 'date';
  }
  if (!roles.includes('date')) return named;
  give(
    'alarm-state',
    free().find(({ cells, differ }) => differ <= NAMES_DIFFER && cells.filter(isAlarmState).length * 2 > cells.length),
  );
  give(
    'work-type',
    free().find(({ cells, differ }) => differ <= NAMES_DIFFER && cells.filter(isKindOfWork).length * 2 > cells.length),
  );
  const done = headers.findIndex((_, column) => roles[column] === 'text' && saysSurely(readings, 'remedy', column));
  const tellsTrouble = roles.includes('symptom') || headerClaims(free(), readings).some(({ role }) => role === 'text');
  if (done >= 0 && tellsTrouble && !roles.includes('remedy')) roles[done] = 'remedy';
  // An alarm's code has a digit somewhere, else its header may mean a failure's.
  const undecided = columns.filter(
    ({ column, cells }) => roles[column] === undefined || (roles[column] === 'alarm-code' && !cells.some((cell) => /\d/.test(cell))),
  );
  const isPassedBy = (column: number): boolean => {
    const own = meanLength(columns[column]?.cells ?? []);
    return (
      !saysSurely(readings, 'text', column) &&
      free().some((one) => fitsRole('text', one) && meanLength(one.cells) > LONGER * own && !isSure(readings, one.column))
    );
  };
  for (const { role, column } of headerClaims(undecided, readings)) {
    const mayBeText = role !== 'text' || (mayTell(headers[column] ?? '') && !isPassedBy(column));
    if ((roles[column] === undefined || roles[column] === 'alarm-code') && mayBeText) give(role, { column });
  }
  give(
    'end-date',
    free().find(({ type, column }) => type === 'date' && column > roles.indexOf('date')),
  );
  const measured = (dimension: string) =>
    free().find(({ cells, unit }) => unit === dimension && cells.filter(isAmount).length >= FILLED * cells.length);
  give('cost', measured('money'));
  give('duration', measured('time'));
  const filled = ({ cells }: { readonly cells: readonly string[] }) => cells.length >= FILLED * body.length;
  give(
    'order-number',
    free().find((one) => filled(one) && one.differ >= NUMBERS_DIFFER && one.cells.every((cell) => /^\p{L}{0,4}[-/ ]?\d{3,}$/u.test(cell))),
  );
  if ((['text', 'symptom', 'alarm-text'] as const).every(isFree)) {
    const wordy = free().filter((one) => fitsRole('text', one) && meanLength(one.cells) >= SHORTEST_TEXT);
    const unlike = wordy
      .filter((one) => filled(one) && one.differ >= TEXTS_DIFFER)
      .sort((a, b) => meanLength(b.cells) - meanLength(a.cells) || a.column - b.column);
    const unsure = unlike.find(({ column }) => !isSure(readings, column));
    // What no header says is still told somewhere: a log without any text is none.
    give('text', unsure ?? likeliestColumn(wordy, readings, 'text') ?? unlike[0]);
  }
  const names = free().filter(
    (one) => filled(one) && one.type === 'text' && one.differ <= NAMES_DIFFER && one.cells.every((cell) => cell.length <= LONGEST_NAME),
  );
  give(
    'asset',
    likeliestColumn(
      names.filter(({ cells }) => new Set(cells).size > 2),
      readings,
      'asset',
    ),
  );
  for (const [role, column] of inspectedColumns(body, free(), roles)) give(role, { column });
  return roles;
}

/** A description of the machine is none of what happened. */
function mayTell(header: string): boolean {
  const [alone] = columnRoles([header]);
  return alone === undefined || alone === 'text' || alone === 'symptom' || !isRoleName(header, alone);
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
