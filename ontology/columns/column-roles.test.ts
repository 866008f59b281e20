import { describe, expect, test } from 'vitest';
import { columnRoles } from './column-roles.ts';
import { recordKindOf } from './record-kind-of.ts';

const CASES: readonly (readonly [string, readonly string[], readonly (string | undefined)[], string])[] = [
  ['an English troubleshooting table', ['Symptom', 'Possible cause', 'Remedy'], ['symptom', 'cause', 'remedy'], 'other'],
  ['a Chinese troubleshooting table', ['故障现象', '可能原因', '处理方法'], ['symptom', 'cause', 'remedy'], 'other'],
  ['a table of faults', ['Fault', 'Cause', 'Action'], ['symptom', 'cause', 'remedy'], 'other'],
  ['故障 beside 原因', ['序号', '故障', '原因', '措施'], ['position', 'symptom', 'cause', 'remedy'], 'other'],
  ['an alarm list', ['Alarm', 'Description', 'Cause', 'Corrective action'], ['alarm-code', 'alarm-text', 'cause', 'remedy'], 'alarm'],
  [
    'a Chinese alarm list',
    ['报警代码', '名称', '设定值', '原因', '处理措施'],
    ['alarm-code', 'alarm-text', 'value', 'cause', 'remedy'],
    'alarm',
  ],
  ['a specification', ['Parameter', 'Value', 'Unit'], ['parameter', 'value', 'unit'], 'other'],
  ['a Chinese specification', ['项目', '数值', '单位'], ['parameter', 'value', 'unit'], 'other'],
  ['values under the tags they belong to', ['Item', 'Unit', 'P-101A', 'P-101B'], ['parameter', 'unit', 'value', 'value'], 'other'],
  ['a torque table', ['Location', 'Bolt size', 'Tightening torque'], ['location', 'component', 'torque'], 'other'],
  ['a Chinese torque table', ['紧固部位', '拧紧力矩 (N·m)'], ['component', 'torque'], 'other'],
  ['a maintenance schedule', ['Task', 'Interval', 'Performed by'], ['task', 'interval', 'person'], 'other'],
  ['a Chinese maintenance schedule', ['维护内容', '周期'], ['task', 'interval'], 'other'],
  ['a parts list', ['Pos.', 'Part no.', 'Description', 'Qty'], ['position', 'part-number', 'part-name', 'quantity'], 'spare-part'],
  ['a Chinese parts list', ['序号', '件号', '名称', '数量'], ['position', 'part-number', 'part-name', 'quantity'], 'spare-part'],
  [
    'an FMEA with letters for its ratings',
    ['Item', 'Function', 'Failure Mode', 'Effect', 'S', 'Cause', 'O', 'Control', 'D', 'RPN'],
    ['component', 'function', 'failure-mode', 'effect', 'severity', 'cause', 'occurrence', 'control', 'detection', 'risk-priority'],
    'fmea-row',
  ],
  [
    'an FMEA with long headers',
    [
      'Subsystem',
      'Potential Failure Mode',
      'Potential Effect(s) of Failure',
      'Severity',
      'Potential Cause(s) of Failure',
      'Recommended Action',
    ],
    ['component', 'failure-mode', 'effect', 'severity', 'cause', 'action'],
    'fmea-row',
  ],
  [
    'a Chinese FMEA',
    ['部件', '失效模式', '失效影响', '严重度', '失效原因', '风险优先数'],
    ['component', 'failure-mode', 'effect', 'severity', 'cause', 'risk-priority'],
    'fmea-row',
  ],
  [
    'a work-order export in camel case',
    ['BscStartDate', 'Asset', 'OriginalShorttext', 'PMType', 'Cost', 'RunningTime', 'FM', 'FuncLocation', 'id'],
    ['date', 'asset', 'text', 'work-type', 'cost', 'running-time', 'failure-mode', undefined, 'order-number'],
    'work-order',
  ],
  [
    'headers put together of which one and what',
    ['Order no', 'Machine', 'Fault description', 'Date reported', 'Date repaired', 'Actual total cost'],
    ['order-number', 'asset', 'text', 'date', 'end-date', 'cost'],
    'work-order',
  ],
  [
    'Chinese headers put together',
    ['单号', '设备', '故障描述', '故障日期', '设备修复日期', '实际总成本'],
    ['order-number', 'asset', 'text', 'date', 'end-date', 'cost'],
    'work-order',
  ],
  [
    'a Chinese work-order export',
    ['工单号', '日期', '设备位号', '故障描述', '停机时间', '费用'],
    ['order-number', 'date', 'asset', 'text', 'duration', 'cost'],
    'work-order',
  ],
  [
    'an order table in snake case',
    ['wo_id', 'wo_description', 'equipment_id', 'actual_finish'],
    ['order-number', 'text', 'asset', 'end-date'],
    'work-order',
  ],
  ['a glossary', ['Term', 'Definition'], ['term', 'definition'], 'other'],
  ['a column of full width', ['参数名称', '数值', '单位'], ['parameter', 'value', 'unit'], 'other'],
];

describe('columnRoles and recordKindOf', () => {
  test.each(CASES)('read %s', (_, headers, roles, kind) => {
    expect(columnRoles(headers)).toEqual(roles);
    expect(recordKindOf(columnRoles(headers))).toBe(kind);
  });

  test('let both languages of one matter keep the role', () => {
    expect(columnRoles(['code', 'title_en', 'cause_en', 'action_en', 'title_zh', 'cause_zh', 'action_zh'])).toEqual([
      'alarm-code',
      'alarm-text',
      'cause',
      'remedy',
      'alarm-text',
      'cause',
      'remedy',
    ]);
  });

  test('take an item number for a position when its cells are numbers', () => {
    expect(
      columnRoles(
        ['Item', 'Parameter', 'Value'],
        [
          ['1', 'Flow', '5 m³/h'],
          ['2', 'Head', '32 m'],
        ],
      )[0],
    ).toBe('position');
  });

  test('read a two-column table of values without known headers from its cells', () => {
    expect(
      columnRoles(
        ['X', 'Y'],
        [
          ['Flow', '50 m³/h'],
          ['扬程', '32 m'],
          ['Speed', '2900 r/min'],
        ],
      ),
    ).toEqual(['parameter', 'value']);
  });

  test('give nothing to headers of no known meaning', () => {
    expect(columnRoles(['Foo', 'Bar'])).toEqual([undefined, undefined]);
  });
});
