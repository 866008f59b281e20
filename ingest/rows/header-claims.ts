import type { ColumnRole } from '../../kernel/index.ts';
import { HEADER_FIELDS, type HeaderField, isRoleName, type LikelyField, likelyFields, splitUnit } from '../../ontology/index.ts';
import { fitsRole, type SampledColumn } from './fits-role.ts';

/** What each column's header may stand for, the likeliest first; a column without a header stands for nothing. */
export interface HeaderReadings {
  readonly columns: readonly (readonly Reading[])[];
}

interface Reading {
  /** No role where no figure goes by what the header names. */
  readonly role: ColumnRole | undefined;
  readonly chance: number;
  /** Describes the machine, so that another column rather names it. */
  readonly describes: boolean;
}

/** Chance from which a header may give a role that its cells agree with. */
const LIKELY = 0.3;
/** Chance from which what a header says is trusted over another reading of it. */
const SURE = 0.6;
/** Columns that surely tell of alarms make a list of alarms of a log. */
const FEWEST_OF_ALARMS = 2;
const OF_ALARMS: ReadonlySet<HeaderField> = new Set(['alarm-tag', 'alarm-text', 'alarm-state', 'severity']);
/** Orders speak of their machine and its trouble in the words of alarms, and alarms of theirs in the words of orders. */
const IN_ORDERS: Readonly<Partial<Record<HeaderField, ColumnRole>>> = {
  'alarm-tag': 'asset',
  'alarm-text': 'text',
  'alarm-state': 'status',
};
const IN_ALARMS: Readonly<Partial<Record<HeaderField, ColumnRole>>> = { text: 'alarm-text', status: 'alarm-state' };

export function readHeaders(headers: readonly string[]): HeaderReadings {
  const fields = headers.map((header, column) => (header === `column ${column + 1}` ? [] : likelyFields(splitUnit(header).name)));
  const telling = fields.filter(([best]) => best !== undefined && best.chance >= SURE && OF_ALARMS.has(best.field));
  const meant = telling.length >= FEWEST_OF_ALARMS ? IN_ALARMS : IN_ORDERS;
  return { columns: fields.map((of) => readingsOf(of, meant)) };
}

function readingsOf(fields: readonly LikelyField[], meant: typeof IN_ORDERS): readonly Reading[] {
  const readings = new Map<string, Reading>();
  for (const { field, chance } of fields) {
    const describes = field === 'asset-name';
    const role = meant[field] ?? HEADER_FIELDS[field];
    const key = `${role} ${describes}`;
    readings.set(key, { role, describes, chance: (readings.get(key)?.chance ?? 0) + chance });
  }
  return [...readings.values()].sort((a, b) => b.chance - a.chance);
}

/** Whether a header surely says a role. */
export function saysSurely({ columns }: HeaderReadings, role: ColumnRole, column: number): boolean {
  return (columns[column] ?? []).some((one) => one.role === role && one.chance >= SURE);
}

/** Whether a header surely says anything. */
export function isSure({ columns }: HeaderReadings, column: number): boolean {
  return (columns[column]?.[0]?.chance ?? 0) >= SURE;
}

/** What the headers of some columns claim to be, as far as their cells agree, the likeliest claim first; what describes a machine last. */
export function headerClaims(
  columns: readonly SampledColumn[],
  readings: HeaderReadings,
): readonly { readonly role: ColumnRole; readonly column: number }[] {
  return columns
    .flatMap((one) => {
      const own = readings.columns[one.column] ?? [];
      // Where a header more likely names what no figure goes by, its column has none of the roles behind.
      const none = own.findIndex(({ role }) => role === undefined);
      return own
        .slice(0, none < 0 ? own.length : none)
        .flatMap(({ role, chance, describes }) =>
          role !== undefined && chance >= LIKELY && fitsRole(role, one) ? [{ role, chance, describes, column: one.column }] : [],
        );
    })
    .sort((a, b) => Number(a.describes) - Number(b.describes) || b.chance - a.chance || a.column - b.column);
}

/**
 * Columns whose role was made out from parts of a header that as a whole surely says another thing, and the one that describes
 * machines where another one surely names them.
 */
export function misnamedColumns(
  headers: readonly string[],
  roles: readonly (ColumnRole | undefined)[],
  { columns }: HeaderReadings,
): readonly number[] {
  const names = columns.findIndex(([best]) => best?.role === 'asset' && !best.describes && best.chance >= SURE);
  return headers.flatMap((header, column) => {
    const [role, best] = [roles[column], columns[column]?.[0]];
    if (role === undefined || best === undefined || best.chance < SURE) return [];
    const isOther = best.role !== role && !isRoleName(header, role);
    return isOther || (role === 'asset' && best.describes && names >= 0 && roles[names] === undefined) ? [column] : [];
  });
}

/** Of two columns of times the one that surely ends comes second, whatever else one of their headers may say. */
export function datePair(
  columns: readonly SampledColumn[],
  readings: HeaderReadings,
  roles: readonly (ColumnRole | undefined)[],
): readonly (readonly [ColumnRole, number])[] {
  const times = columns.filter(({ type, column }) => type === 'date' && [undefined, 'date', 'end-date'].includes(roles[column]));
  const end = times.find(({ column }) => roles[column] === 'date' && saysSurely(readings, 'end-date', column));
  const start = times.find(
    ({ column }) => column !== end?.column && !saysSurely(readings, 'end-date', column) && roles[column] !== 'end-date',
  );
  return end === undefined || start === undefined
    ? []
    : [
        ['date', start.column],
        ['end-date', end.column],
      ];
}

/** The free column whose header most likely says a role that its cells agree with, however unlikely that is beside what it may say else. */
export function likeliestColumn(free: readonly SampledColumn[], { columns }: HeaderReadings, role: ColumnRole): SampledColumn | undefined {
  const chance = ({ column }: SampledColumn) => columns[column]?.find((one) => one.role === role)?.chance ?? 0;
  const [best] = free
    .filter((one) => fitsRole(role, one) && !isAnother(one, columns[one.column]?.[0], role))
    .sort((a, b) => chance(b) - chance(a) || a.column - b.column);
  return best;
}

/** Its header surely says what it is, which is not the role, and its cells agree. */
function isAnother(column: SampledColumn, best: Reading | undefined, role: ColumnRole): boolean {
  return best !== undefined && best.role !== role && best.chance >= SURE && (best.role === undefined || fitsRole(best.role, column));
}
