import { describe, expect, test } from 'vitest';
import { splitUnit } from './split-unit.ts';

describe('splitUnit', () => {
  test.each([
    ['停机时间（小时）', '停机时间', '小时'],
    ['停机时间/小时', '停机时间', '小时'],
    ['Downtime, min', 'Downtime', 'min'],
    ['Kosten / EUR', 'Kosten', 'EUR'],
    ['Dauer [Std.]', 'Dauer', 'Std'],
    ['Spent in k€', 'Spent', 'k€'],
    ['Downtime h', 'Downtime', 'h'],
  ])('of "%s" finds name and unit', (header, name, unit) => {
    expect(splitUnit(header)).toEqual({ name, unit });
  });

  test.each(['Report day', 'Due month', 'Line A', 'Temperature (m)', '设备/位号', 'Order'])('of "%s" finds no unit', (header) => {
    expect(splitUnit(header)).toEqual({ name: header });
  });
});
