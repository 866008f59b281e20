import type { ColumnRole } from '../../kernel/index.ts';

/** What a column of an export holds, with the roles that it may be read with; `''`: none, where no role has a word for it. */
export const EXPORT_FIELDS = {
  order: ['order-number'],
  'order-type': ['work-type'],
  asset: ['asset'],
  'asset-name': ['asset', ''],
  location: ['location', 'asset'],
  text: ['text', 'symptom'],
  cause: ['cause'],
  action: ['remedy', 'activity', 'action'],
  date: ['date'],
  'end-date': ['end-date'],
  downtime: ['duration'],
  labour: ['duration', ''],
  cost: ['cost'],
  material: ['cost', ''],
  currency: ['unit', ''],
  status: ['status'],
  priority: ['priority', 'severity'],
  'failure-code': ['failure-mode', 'alarm-code'],
  person: ['person'],
  shift: [''],
  'alarm-tag': ['alarm-code', 'asset', 'parameter'],
  severity: ['severity', 'priority'],
  'alarm-state': ['alarm-state', 'status'],
  'alarm-text': ['alarm-text', 'text'],
  item: ['task', 'check', 'parameter', 'text'],
  standard: ['value', 'condition', 'tolerance'],
  value: ['value'],
  row: ['position', ''],
  empty: ['', 'text', 'symptom', 'cost', 'note'],
  day: ['value', 'status', ''],
} as const satisfies Readonly<Record<string, readonly (ColumnRole | '')[]>>;
export type ExportField = keyof typeof EXPORT_FIELDS;

/** Forms of exports, and what columns each has. */
export const EXPORT_FAMILIES = {
  'sap-notifications': ['order', 'asset', 'location', 'text', 'date', 'end-date', 'downtime', 'failure-code', 'priority', 'person'],
  'sap-orders': ['order', 'order-type', 'asset', 'asset-name', 'text', 'date', 'end-date', 'cost', 'status'],
  maximo: ['order', 'text', 'asset', 'order-type', 'status', 'date', 'end-date', 'labour', 'cost', 'failure-code'],
  cmms: ['order', 'asset', 'asset-name', 'date', 'text', 'cause', 'action', 'downtime', 'cost', 'person'],
  'repair-record': ['row', 'asset', 'date', 'text', 'cause', 'action', 'downtime', 'material', 'person'],
  'check-list': ['date', 'asset', 'item', 'standard', 'value', 'person'],
  'check-sheet': ['row', 'item', 'standard', 'day'],
  'shift-log': ['date', 'shift', 'asset', 'text', 'action', 'person'],
  alarms: ['date', 'alarm-tag', 'alarm-text', 'severity', 'alarm-state'],
  downtimes: ['date', 'end-date', 'asset', 'text', 'failure-code', 'downtime'],
} as const satisfies Readonly<Record<string, readonly ExportField[]>>;
export type ExportFamily = keyof typeof EXPORT_FAMILIES;

export const EXPORT_LANGUAGES = ['zh', 'en', 'de'] as const;
export type ExportLanguage = (typeof EXPORT_LANGUAGES)[number];
