import type { ColumnRole } from '../../kernel/index.ts';

/** What columns of logs hold, as learnt of their headers, with the role that it has; undefined where no figure goes by it. */
export const HEADER_FIELDS = {
  order: 'order-number',
  'order-type': 'work-type',
  asset: 'asset',
  'asset-name': 'asset',
  location: 'location',
  text: 'text',
  cause: 'cause',
  action: 'remedy',
  date: 'date',
  'end-date': 'end-date',
  downtime: 'duration',
  labour: undefined,
  cost: 'cost',
  material: undefined,
  currency: undefined,
  status: 'status',
  priority: 'priority',
  'failure-code': 'failure-mode',
  person: 'person',
  shift: undefined,
  'alarm-tag': 'alarm-code',
  severity: 'priority',
  'alarm-state': 'alarm-state',
  'alarm-text': 'alarm-text',
  item: 'task',
  standard: 'condition',
  value: 'value',
  row: undefined,
  note: 'note',
  part: 'part-name',
  quantity: 'quantity',
  department: undefined,
  supplier: undefined,
  approval: undefined,
} as const satisfies Readonly<Record<string, ColumnRole | undefined>>;
export type HeaderField = keyof typeof HEADER_FIELDS;

/** In the order in which weights count them. */
export const HEADER_FIELD_NAMES = Object.keys(HEADER_FIELDS).sort() as readonly HeaderField[];
