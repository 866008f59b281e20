import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../../kernel/index.ts';
import { columnLabel } from './column-label.ts';

const CASES: readonly (readonly [string, ColumnRole | undefined, string, string])[] = [
  ['title_en', 'alarm-text', '故障信息', 'alarm'],
  ['cause_zh', 'cause', '原因', 'cause'],
  ['Possible causes', 'cause', '原因', 'Possible causes'],
  ['可能原因', 'cause', '可能原因', 'cause'],
  ['处理措施', 'remedy', '处理措施', 'action'],
  ['Potential Effect(s) of Failure', 'effect', '影响', 'Potential Effect(s) of Failure'],
  ['Description', undefined, '说明', 'Description'],
  ['说明', undefined, '说明', 'description'],
  ['Description', 'note', '说明', 'Description'],
  ['说明', 'definition', '说明', 'description'],
  ['描述', 'alarm-text', '描述', 'alarm'],
  ['level', 'priority', '等级', 'level'],
  ['Level', undefined, '等级', 'Level'],
  ['Flow rate', 'value', '流量', 'Flow rate'],
  ['扬程', 'value', '扬程', 'head'],
  ['拧紧力矩', 'torque', '拧紧力矩', 'tightening torque'],
  ['Tightening torque', 'torque', '拧紧力矩', 'Tightening torque'],
  ['Head', undefined, 'Head', 'Head'],
  ['valve_group_en', undefined, 'valve group', 'valve group'],
  ['P-101A', 'value', 'P-101A', 'P-101A'],
  ['设备', undefined, '设备', 'equipment'],
  ['Equipment', undefined, '设备', 'Equipment'],
];

describe('what a column is called', () => {
  it.each(CASES)('follows who asks: %s', (header, role, chinese, english) => {
    expect([columnLabel(header, role, 'zh'), columnLabel(header, role, 'en')]).toEqual([chinese, english]);
  });

  it.each<[string, ColumnRole]>([
    ['Maximum', 'value'],
    ['Default value', 'value'],
    ['Downtime', 'duration'],
    ['Unit price', 'cost'],
    ['Severity (1-10)', 'severity'],
  ])('stays as it is written where that says more than its role: %s', (header, role) => {
    expect(columnLabel(header, role, 'zh')).toBe(header);
  });
});
