import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Application, configuredCaller, type IngestedFile } from '../../../app/index.ts';
import { COLUMN_ROLES, type ColumnRole, type Field, fold, RECORD_KINDS, unitFacts } from '../../../kernel/index.ts';

const truthShape = z.object({
  export: z.string(),
  columns: z.array(
    z.object({
      header: z.string(),
      role: z.string(),
      canon: z.string().nullish(),
      unit: z.string().nullish(),
      currency: z.string().nullish(),
      scale: z.number().nullish(),
    }),
  ),
  n_rows: z.number(),
  numeric: z.record(z.string(), z.object({ sum: z.number(), filled: z.number() })).default({}),
});

/** Roles that a column of the truth may be read with; an empty name stands for none, where the vocabulary of roles has no word for it. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  order_number: ['order-number'],
  order_type: ['work-type'],
  asset: ['asset'],
  asset_name: ['asset', ''],
  location: ['location', 'asset'],
  text: ['text', 'symptom', 'alarm-text'],
  cause_text: ['cause'],
  action_text: ['remedy', 'activity', 'action'],
  date: ['date'],
  end_date: ['end-date'],
  status: ['status'],
  priority: ['priority', 'severity'],
  downtime_duration: ['duration'],
  labour_duration: ['duration', ''],
  cost: ['cost'],
  material_cost: ['cost', ''],
  currency: ['unit', ''],
  failure_code: ['failure-mode', 'alarm-code'],
  person: ['person'],
  breakdown_flag: [''],
  shift: [''],
  row_number: ['position', ''],
  alarm_tag: ['alarm-code', 'asset'],
  severity: ['severity', 'priority'],
  alarm_state: ['alarm-state', 'status'],
  check_item: ['task', 'check', 'parameter', 'text'],
  limit: ['value', 'condition', 'tolerance'],
  measured_value: ['value'],
  check_result: ['value', 'status', ''],
};

/** What was read of an export, held against the program that made it. */
export interface CheckedExport {
  readonly name: string;
  readonly rows: number;
  readonly trueRows: number;
  readonly columns: number;
  readonly roles: number;
  /** Columns of numbers whose sum or unit is another one; what is wrong of roles too. */
  readonly faults: readonly string[];
}

/** Rows, roles, units and sums of an export that was read into `application`, against its file in the folder `truths`. */
export async function checkExport(
  application: Application,
  truths: string,
  { version }: IngestedFile,
  signal: AbortSignal,
): Promise<CheckedExport> {
  const name = /^E\d+/.exec(version.fileName)?.[0] ?? '';
  const truth = truthShape.parse(JSON.parse(await readFile(join(truths, `${name}.json`), 'utf8')));
  const caller = configuredCaller(application.config);
  const access = await application.ledger.accessFor(caller.tenant, caller.labels);
  const { records } = application.ledger;
  let rows = 0;
  for (const from of RECORD_KINDS) rows += await records.count(access, { from, where: { kind: 'all', filters: [] } }, signal);
  const read = version.report?.columns ?? [];
  const faults: string[] = [];
  let roles = 0;
  for (const column of truth.columns) {
    const found = read.find(({ header }) => namesIt(header, column.header));
    const role = found?.role ?? '';
    const fits = found !== undefined && (FITTING[column.role] ?? []).includes(role);
    if (fits) roles += 1;
    else faults.push(`${column.header} (${column.role}) is ${found === undefined ? 'not there' : role === '' ? 'without role' : role}`);
    const numeric = truth.numeric[column.canon ?? ''];
    if (numeric === undefined || found === undefined) continue;
    const isFirst = read.findIndex((one) => one.role === found.role) === read.indexOf(found);
    const field = found.role !== undefined && isFirst ? columnRole(found.role) : `x:${found.header}`;
    const sum = await sumOf(application, access, field as Field, signal);
    if (Math.abs(sum - numeric.sum) > 0.006) faults.push(`${column.header}: the sum is ${sum}, not ${numeric.sum}`);
    const unit = unitFacts(/[([（]([^()[\]（）]+)[)\]）]\s*$/u.exec(found.header)?.[1] ?? '');
    if (
      typeof column.currency === 'string' &&
      unit !== undefined &&
      (unit.currency !== column.currency || unit.factor !== (column.scale ?? 1))
    )
      faults.push(`${column.header}: read in ${unit.symbol}`);
  }
  return { name, rows, trueRows: truth.n_rows, columns: truth.columns.length, roles, faults };
}

async function sumOf(
  application: Application,
  access: Parameters<Application['ledger']['records']['count']>[0],
  field: Field,
  signal: AbortSignal,
): Promise<number> {
  let sum = 0;
  for (const from of RECORD_KINDS) {
    const query = {
      from,
      where: { kind: 'all', filters: [] },
      groupBy: [],
      measures: [{ kind: 'sum', field }],
      orderBy: [],
      limit: 1,
    } as const;
    const cell = (await application.ledger.records.aggregate(access, query, signal)).rows[0]?.[0];
    sum += typeof cell === 'number' ? cell : 0;
  }
  return sum;
}

function columnRole(name: string): ColumnRole | undefined {
  return COLUMN_ROLES.find((one) => one === name);
}

/** A header of two rows is told with its group or without. */
function namesIt(read: string, header: string): boolean {
  const [a, b] = [fold(read), fold(header)].map((text) => text.replace(/[\s/|]+/gu, ''));
  return a === b || (a ?? '').endsWith(b ?? '') || (b ?? '').endsWith(a ?? '');
}
