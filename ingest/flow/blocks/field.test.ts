import { describe, expect, test } from 'vitest';
import { readField } from './field.ts';

describe('readField', () => {
  test.each([
    'Rated flow: 12 m³/h',
    '额定流量：12 m³/h',
    'Flow (rated): 12 m³/h',
    '流量（额定）：12 m³/h',
    '∆p = 0.5 bar',
    'log = file=sensors.log',
    '电压 = 24 V ± 10 %',
  ])('reads %s', (text) => {
    expect(readField(text, 0, false)?.kind).toBe('table-row');
  });

  test.each(['[source: register of pumps]', '（来源：水泵台账）', '(see: page 3)', 'print "Mass: " mass', '打印“流量：”与单位'])(
    'takes no name that ends within brackets or quotes: %s',
    (text) => {
      expect(readField(text, 0, false)).toBeUndefined();
    },
  );

  test('reads a name with a size in inches', () => {
    expect(readField('Valve 2": closed', 0, false)?.kind).toBe('table-row');
  });

  test.each([
    'A + B = 0',
    'ŷ = P (u¯, v¯)',
    'u = v − w',
    '流量 = 截面 + 余量',
    '功率 = P1 = P2',
    'Q = 0 (6)',
    'reply = device.read()',
    'T = a +',
    '6.8 MeV - 6.54 MeV = 0.26 MeV',
  ])('takes no formula and no line of a program for a value: %s', (text) => {
    expect(readField(text, 0, false)).toBeUndefined();
  });
});
