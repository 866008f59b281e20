import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import type { IdentifierMention, IdentifierPattern } from './identifier.ts';

function findIdentifiers(text: string, patterns: readonly IdentifierPattern[] = []): IdentifierMention[] {
  return siteGrammar(patterns).find(text);
}

function shown(text: string): string[] {
  return findIdentifiers(text).map(({ identifier }) => `${identifier.kind} ${identifier.text} ${identifier.folded}`);
}

describe('findIdentifiers', () => {
  it.each<[string, string[]]>([
    ['泵 P-101A 停机', ['tag P-101A P101A']],
    ['ｐ－１０１Ａ泵', ['tag ｐ－１０１Ａ P101A']],
    ['P101A and p-101b', ['tag P101A P101A', 'tag p-101b P101B']],
    ['1-P-101', ['tag 1-P-101 1P101']],
    ['E-2041, PT-1003A, TT0007', ['tag E-2041 E2041', 'tag PT-1003A PT1003A', 'tag TT0007 TT0007']],
    ['XV_101 打开 MCC-3-B2', ['tag XV_101 XV101', 'tag MCC-3-B2 MCC3B2']],
    ['10LAC10AP001', ['tag 10LAC10AP001 10LAC10AP001']],
    ['报警 A-203', ['alarm A-203 A203']],
    ['故障代码：35', ['alarm 35 35']],
    ['fault code 203', ['alarm 203 203']],
    ['E07 或 F0012 或 AL-015', ['alarm E07 E07', 'alarm F0012 F0012', 'alarm AL-015 AL015']],
    ['ERR 12', ['alarm 12 12']],
    ['error 0x1B', ['alarm 0x1B 0X1B']],
    ['bearing 6205-2Z', ['part 6205-2Z 6205-2Z']],
    ['备件号 40-2217-03', ['part 40-2217-03 40-2217-03']],
    ['S/N 12345', ['serial 12345 12345']],
    ['序列号：AB12345', ['serial AB12345 AB12345']],
    ['see CWS-MAN-001 and OM-4711-EN', ['document CWS-MAN-001 CWS-MAN001', 'document OM-4711-EN OM4711EN']],
    ['line 2"-CW-1001-A1', ['line 2"-CW-1001-A1 2CW1001A1']],
    ['WO-2024-0153', ['order WO-2024-0153 WO2024-0153']],
    ['P-101A/B 泵', ['tag P-101A P101A', 'tag P-101B P101B']],
    ['CR10/CR10A', ['tag CR10 CR10', 'tag CR10A CR10A']],
    ['SHD0023-FIRE service', ['tag SHD0023 SHD0023']],
    ['Lube fault EXD36', ['tag EXD36 EXD36']],
    ['工单 WO-12345', ['order WO-12345 WO12345']],
    ['P-512A：Modbus 从站', ['tag P-512A P512A']],
  ])('finds the codes in %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    'M12x1.75, M10 螺栓',
    'IP67, DN50, PN16',
    'ISO 14224, ISO9001, GB/T 3216-2016',
    '10-12 bar, 4-20mA, 500h, 10kW',
    '2024-03-05 14:30:00',
    're-start the high-pressure pump',
    '重新启动，检查 5 次',
    'error 5 times',
    '故障 3 天',
    'the 2nd stage',
    '3x2.5mm',
    'H2O CO2',
  ])('finds no code in %j', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('takes the patterns of a site first', () => {
    const text = '设备 PUMP/7.B 与 P-101';
    expect(findIdentifiers(text, [{ kind: 'tag', source: 'PUMP/\\d\\.[A-Z]' }]).map(({ identifier }) => identifier.text)).toEqual([
      'PUMP/7.B',
      'P-101',
    ]);
  });

  it('finds every tag it is given, in order, with its own words at its offsets', () => {
    const tag = fc
      .tuple(fc.constantFrom('P', 'TT', 'XV', 'HX'), fc.integer({ min: 100, max: 9999 }))
      .map(([letters, number]) => `${letters}-${number}`);
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 5 }), fc.constantFrom('泵', ' and ', '；', '('), (tags, between) => {
        const text = tags.join(between);
        const found = findIdentifiers(text);
        expect(found.map(({ identifier }) => identifier.text)).toEqual(tags);
        for (const { identifier, start, end } of found) expect(text.slice(start, end)).toBe(identifier.text);
      }),
    );
  });

  it('reads a line of millions of characters', () => {
    const times = 100_000;
    expect(findIdentifiers('泵 P-101A; '.repeat(times))).toHaveLength(times);
    expect(findIdentifiers('A-'.repeat(5_000_000))).toEqual([]);
    expect(findIdentifiers('1.'.repeat(5_000_000))).toEqual([]);
    expect(findIdentifiers('1-'.repeat(500_000))).toEqual([]);
  });
});
