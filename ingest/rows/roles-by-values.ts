import { type ColumnRole, fold, unitFacts } from '../../kernel/index.ts';
import { columnRoles, isAlarmState, isKindOfWork } from '../../ontology/index.ts';
import { type ColumnCounts, columnType } from './survey-column.ts';

/** Rows below which values say nothing. */
const FEWEST_ROWS = 5;
/** Share of different cells at most where they name things that come back, at least where they are numbers of orders or texts. */
const NAMES_DIFFER = 0.5;
const NUMBERS_DIFFER = 0.98;
const TEXTS_DIFFER = 0.3;
const FILLED = 0.9;
const LONGEST_NAME = 40;
const SHORTEST_TEXT = 5;
const HEADER_UNIT = /[([（［]\s*([^()[\]（）［］]{1,12}?)\s*[)\]）］]\s*$/u;

/**
 * Roles of a log's columns whose headers say nothing, from what stands in them: times, amounts in money or time by the unit of the
 * header, codes that never repeat, names that do, texts. Only a table with a column of times is a log, and no role is given twice.
 */
export function rolesByValues(
  headers: readonly string[],
  named: readonly (ColumnRole | undefined)[],
  counts: readonly (ColumnCounts | undefined)[],
  sample: readonly (readonly string[])[],
  chinese: boolean,
): readonly (ColumnRole | undefined)[] {
  const body = wholeRows(sample);
  if (body.length < FEWEST_ROWS) return named;
  const columns = headers.map((header, column) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const own = counts[column];
    const { type } = own === undefined ? { type: 'text' as const } : columnType(own, undefined, chinese);
    return { column, cells, type, unit: unitOf(header), differ: new Set(cells.map(fold)).size / Math.max(1, cells.length) };
  });
  // What was taken for values of parameters by its cells alone is a log where it has times.
  const said = columnRoles(headers);
  const isLog = columns.some(({ type, column }) => type === 'date' && said[column] === undefined);
  const roles = named.map((role, column) => (isLog && (role === 'value' || role === 'parameter') ? said[column] : role));
  // An amount of money is no part and no quantity, whatever the header calls it.
  for (const { column, unit, cells } of columns)
    if (unit === 'money' && roles[column] !== 'cost' && roles[column] !== 'value' && cells.every(isAmount)) roles[column] = undefined;
  const free = () => columns.filter(({ column, cells }) => roles[column] === undefined && cells.length > 0);
  const give = (role: ColumnRole, column: { readonly column: number } | undefined): void => {
    if (column !== undefined && !roles.includes(role)) roles[column.column] = role;
  };
  give(
    'date',
    free().find(({ type }) => type === 'date'),
  );
  if (!roles.includes('date')) return named;
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
  return roles;
}

function unitOf(header: string): string | undefined {
  const unit = HEADER_UNIT.exec(header)?.[1] ?? '';
  return unitFacts(unit)?.dimension;
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
