import type { Access, AggregateQuery, Field, RecordReader } from '../../kernel/index.ts';
import { columnRoles } from '../../ontology/index.ts';
import type { Log } from './log-columns.ts';

const MOST_GROUPS = 1000;

/**
 * What groups are called besides the code that they go by: of a second column of the same role (`equipment_name` beside `equipment_id`)
 * the value that all rows of a group have. Groups of several names have none here; empty where no column names them.
 */
export async function groupNames(
  { records }: { readonly records: RecordReader },
  access: Access,
  { columns }: Log,
  query: AggregateQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const [group, ...others] = query.groupBy;
  const field = group?.kind === 'field' ? group.field : undefined;
  const naming = field === undefined ? undefined : namingField(columns, field);
  if (group === undefined || others.length > 0 || naming === undefined) return new Map();
  const { having: _, ...plain } = query;
  const { rows } = await records.aggregate(
    access,
    { ...plain, groupBy: [group, { kind: 'field', field: naming }], measures: [{ kind: 'count' }], orderBy: [], limit: MOST_GROUPS },
    signal,
  );
  const names = new Map<string, Set<string>>();
  for (const [code, name] of rows) if (name !== null) names.set(String(code), (names.get(String(code)) ?? new Set()).add(String(name)));
  return new Map(
    [...names].flatMap(([code, [name, ...more]]) =>
      name === undefined || more.length > 0 || name === code ? [] : [[code, name] as const],
    ),
  );
}

function namingField(columns: Log['columns'], field: Field): Field | undefined {
  return columns.find(
    (column) => column.field.startsWith('x:') && column.holds === 'values' && columnRoles([column.field.slice(2)])[0] === field,
  )?.field;
}
