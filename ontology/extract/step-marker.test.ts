import { describe, expect, test } from 'vitest';
import { stepMarker } from './step-marker.ts';

describe('stepMarker', () => {
  test.each([
    ['1. Stop the pump.', '1', 'Stop the pump.'],
    ['12) Close the valve', '12', 'Close the valve'],
    ['(3) Vent the casing', '3', 'Vent the casing'],
    ['（3）排气', '3', '排气'],
    ['(100) Vent the casing', '100', 'Vent the casing'],
    ['（120）排气', '120', '排气'],
    ['① 停泵', '①', '停泵'],
    ['a) Drain', 'a', 'Drain'],
    ['Step 3: Drain', '3', 'Drain'],
    ['步骤3：停泵', '3', '停泵'],
    ['第一步 停泵', '一', '停泵'],
    ['3、关闭入口阀', '3', '关闭入口阀'],
    ['2.关闭入口阀', '2', '关闭入口阀'],
    ['1.Close the inlet', '1', 'Close the inlet'],
    ['3．PLC 上电', '3', 'PLC 上电'],
    ['1.【注意】先断电', '1', '【注意】先断电'],
    ['2.“启动”按钮', '2', '“启动”按钮'],
    ['4.(Optional) Drain it', '4', '(Optional) Drain it'],
  ])('reads %s', (text, marker, rest) => {
    const found = stepMarker(text);
    expect(found?.marker).toBe(marker);
    expect(text.slice(found?.length)).toBe(rest);
  });

  test.each([
    '3.2 Installation',
    '3.5 bar at the inlet',
    '2024. A year',
    '2024年3月',
    '1.5 mm',
    '1．5 mm',
    '2.x branch',
    'I. Introduction to pumps is long',
    'A. Smith',
    '3 bar',
    'e.g. water',
    '第三章 安装',
    'Step up the pressure',
  ])('finds none in %s', (text) => {
    expect(stepMarker(text)).toBeUndefined();
  });
});
