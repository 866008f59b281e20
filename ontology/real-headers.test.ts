import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnRoles } from './columns/column-roles.ts';
import { recordKindOf } from './columns/record-kind-of.ts';

const DATA = process.env.FAULTLINE_DATA ?? '../shared/data';
const LOGS = [
  ['excavator-work-orders/case_study_pdl.csv', 'work-order'],
  ['mwo2kg/work_orders.csv', 'work-order'],
  ['chiller-work-orders/all_wo_with_code_component_events.csv', 'work-order'],
  ['fmea-truck/fmea_dataset_filled.csv', 'fmea-row'],
  ['robot-fault-codes/xarm_fault_codes.csv', 'alarm'],
  ['robot-fault-codes/dobot-v4_alarms.csv', 'alarm'],
] as const;

describe.skipIf(!existsSync(DATA))('headers of real logs (skipped without FAULTLINE_DATA)', () => {
  test.each(LOGS)('%s is read as %s', (file, kind) => {
    const header = readFileSync(join(DATA, file), 'utf8').split(/\r?\n/, 1)[0] ?? '';
    expect(recordKindOf(columnRoles(header.split(',')))).toBe(kind);
  });
});
