import type { Field, TypedRecord, Value } from '../../kernel/index.ts';
import type { Sheet } from './rows-detail.ts';

const DAY = 86_400_000;

/**
 * The records of a row: itself, or of a sheet with a column a day one for each day on which something stands, with what the row says of
 * all of them, the day as its date and what was found as its value. All quote the one row.
 */
export function recordsByDay({ columns, days }: Sheet, record: TypedRecord): readonly TypedRecord[] {
  if (days === undefined) return [record];
  const { from, count, first } = days;
  const held = columns.slice(from, from + count).map(({ header, role }, day) => {
    const fields: readonly Field[] = [`x:${header}`, ...(role === undefined ? [] : [role])];
    return { day, header, fields, value: fields.map((field) => record.columns[field]).find((value) => value !== undefined) };
  });
  const dayFields = new Set(held.flatMap(({ fields }) => fields));
  // What a row says of each day may have the role of what was found: the limit that it is held against.
  const limit = columns.slice(0, from).find(({ role }) => role === 'value')?.header;
  const common = Object.fromEntries(
    Object.entries(record.columns)
      .map(([field, value]) => [field === 'value' && limit !== undefined ? `x:${limit}` : field, value] as const)
      .filter(([field]) => !dayFields.has(field as Field)),
  );
  return held
    .filter((one): one is typeof one & { readonly value: Value } => one.value !== undefined && one.value !== null)
    .map(({ day, header, value }, at) => ({
      ...record,
      ordinal: record.ordinal + at,
      columns: { ...common, date: { kind: 'date', text: header, time: first + day * DAY, precision: 'day' }, value },
    }));
}
