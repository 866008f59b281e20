import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { findQuantities as findQuantitiesBy } from './find-quantities.ts';

const findQuantities = (text: string) => findQuantitiesBy(text, siteGrammar([]));

/** Mention as one short text: words, comparator, bounds, unit, tolerance, R for recurring. */
function shown(text: string): string[] {
  return findQuantities(text).map(({ quantity, start, end }) => {
    const { low, high, unit, comparator, tolerance, recurring } = quantity;
    const bounds = low === high ? `${low}` : `${low}..${high}`;
    const width = tolerance === undefined ? '' : ` -${tolerance.minus}+${tolerance.plus}`;
    return `${text.slice(start, end)} | ${comparator} ${bounds} ${unit}${width}${recurring ? ' R' : ''}`.trim();
  });
}

describe('findQuantities', () => {
  it.each<[string, string[]]>([
    ['Torque: 45 N·m', ['45 N·m | = 45 N·m']],
    ['拧紧力矩１２牛·米', ['１２牛·米 | = 12 N·m']],
    ['45Nm, 45 N.m, 45 N-m', ['45Nm | = 45 N·m', '45 N.m | = 45 N·m', '45 N-m | = 45 N·m']],
    ['33 ft-lb 或 4.6 kgf·m', ['33 ft-lb | = 33 ft·lb', '4.6 kgf·m | = 4.6 kgf·m']],
    ['压力 0.6兆帕', ['0.6兆帕 | = 0.6 MPa']],
    ['0.6 Mpa and 87 PSI', ['0.6 Mpa | = 0.6 MPa', '87 PSI | = 87 psi']],
    ['流量 50 m3/h, 830 L/min', ['50 m3/h | = 50 m³/h', '830 L/min | = 830 L/min']],
    ['1,450 rpm', ['1,450 rpm | = 1450 r/min']],
    ['转速 1450 转/分', ['1450 转/分 | = 1450 r/min']],
    ['4.5 mm/s at 50 Hz, 85 dB(A)', ['4.5 mm/s | = 4.5 mm/s', '50 Hz | = 50 Hz', '85 dB(A) | = 85 dB']],
    ['绝缘电阻 5 MΩ，接触电阻 5 mΩ', ['5 MΩ | = 5 MΩ', '5 mΩ | = 5 mΩ']],
    ['380 V, 11 kW, 22.5 A', ['380 V | = 380 V', '11 kW | = 11 kW', '22.5 A | = 22.5 A']],
    ['间隙 20 μm (2丝)', ['20 μm | = 20 μm', '2丝 | = 2 丝']],
    ['三十五摄氏度', ['三十五摄氏度 | = 35 °C']],
    ['等待十二点五分钟', ['十二点五分钟 | = 12.5 min']],
    ['twelve hours', ['twelve hours | = 12 h']],
    ['two hundred hours, one hundred and sixty links', ['two hundred hours | = 200 h', 'one hundred and sixty | = 160']],
    ['2 million hours, 5 thousand', ['2 million hours | = 2000000 h', '5 thousand | = 5000']],
    ['every 4000 operating hours', ['4000 operating hours | = 4000 h R']],
    ['每500个运转小时，2000 运行小时', ['500个运转小时 | = 500 h R', '2000 运行小时 | = 2000 h']],
    ['once a year, twice per shift, once the year is over', ['once a year | = 1 year R', 'twice per shift | = 0.5 shift R']],
    ['费用 5万元，$ 1,200', ['5万元 | = 50000 CNY', '$ 1,200 | = 1200 USD']],
    ['3/4″ 与 13.3" 屏', ['3/4″ | = 0.75 in', '13.3" | = 13.3 in']],
    ['1-1/2 in, 2 1/4"', ['1-1/2 in | = 1.5 in', '2 1/4" | = 2.25 in']],
    ['bearing 85C', ['85C | = 85 °C']],
    ['1.5×10³ Pa', ['1.5×10³ Pa | = 1500 Pa']],
    ['M10 螺栓 IP55 DN50', ['M10 | = 10 M', 'IP55 | = 55 IP', 'DN50 | = 50 DN']],
    ['百分之十，约百分之二十', ['十 | = 10 %', '二十 | = 20 %']],
    ['24 VDC', ['24 VDC | = 24 V']],
    ['flow 85¹⁾ m³/h, 扭矩 120²⁾N·m', ['85¹⁾ m³/h | = 85 m³/h', '120²⁾N·m | = 120 N·m']],
  ])('reads the unit in %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['10–12 bar', ['10–12 bar | = 10..12 bar']],
    ['10~12 bar', ['10~12 bar | = 10..12 bar']],
    ['10至12 mm', ['10至12 mm | = 10..12 mm']],
    ['10到12毫米', ['10到12毫米 | = 10..12 mm']],
    ['between 10 and 12 mm', ['10 and 12 mm | = 10..12 mm']],
    ['from 35 to 55 °C', ['35 to 55 °C | = 35..55 °C']],
    ['35 ℃ ～ 55 ℃', ['35 ℃ ～ 55 ℃ | = 35..55 °C']],
    ['-10…+40 °C', ['-10…+40 °C | = -10..40 °C']],
    ['−20 至 −5 ℃', ['−20 至 −5 ℃ | = -20..-5 °C']],
    ['500 mm to 2 m', ['500 mm to 2 m | = 0.5..2 m']],
    ['45 ± 5 N·m', ['45 ± 5 N·m | = 45 N·m -5+5']],
    ['45 N·m ± 5 N·m', ['45 N·m ± 5 N·m | = 45 N·m -5+5']],
    ['(45 ± 5) N·m', ['45 ± 5) N·m | = 45 N·m -5+5']],
    ['200 kPa ±10 %', ['200 kPa ±10 % | = 200 kPa -20+20']],
    ['20 +0.1/-0.0 mm', ['20 +0.1/-0.0 mm | = 20 mm -0+0.1']],
    ['±0.05 mm', ['±0.05 mm | = 0 mm -0.05+0.05']],
    ['+/-2 ℃', ['+/-2 ℃ | = 0 °C -2+2']],
    ['50/60 Hz', ['50 | = 50 Hz', '60 Hz | = 60 Hz']],
    ['100×200×300 mm', ['100 | = 100 mm', '200 | = 200 mm', '300 mm | = 300 mm']],
  ])('reads the range or tolerance in %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['不超过 75 ℃', ['不超过 75 ℃ | <= 75 °C']],
    ['不得低于 6 bar', ['不得低于 6 bar | >= 6 bar']],
    ['不大于0.05 mm', ['不大于0.05 mm | <= 0.05 mm']],
    ['至少两个', ['至少两 | >= 2']],
    ['最多 5 次', ['最多 5 次 | <= 5 cycle']],
    ['超过 90 ℃', ['超过 90 ℃ | > 90 °C']],
    ['低於 3 bar', ['低於 3 bar | < 3 bar']],
    ['90 ℃以上', ['90 ℃以上 | >= 90 °C']],
    ['30 分钟以内', ['30 分钟以内 | <= 30 min']],
    ['约 5 分钟左右', ['约 5 分钟左右 | ~ 5 min']],
    ['must not exceed 75 °C', ['not exceed 75 °C | <= 75 °C']],
    ['at least 10 mm', ['at least 10 mm | >= 10 mm']],
    ['no more than three cycles', ['no more than three cycles | <= 3 cycle']],
    ['above 90 °C', ['above 90 °C | > 90 °C']],
    ['less than 4 A', ['less than 4 A | < 4 A']],
    ['停机不到十分钟', ['不到十分钟 | < 10 min']],
    ['找不到3 A', ['3 A | = 3 A']],
    ['≥ 6 bar, ≤10 bar', ['≥ 6 bar | >= 6 bar', '≤10 bar | <= 10 bar']],
    ['min. 6 bar, 10 bar max.', ['min. 6 bar | >= 6 bar', '10 bar max. | <= 10 bar']],
    ['approx. 20 L', ['approx. 20 L | ~ 20 L']],
    ['Maximum working pressure: 10 bar', ['10 bar | <= 10 bar']],
    ['最高工作温度为 75 ℃', ['75 ℃ | <= 75 °C']],
    ['10 min. 6 bar', ['10 min | = 10 min', '6 bar | = 6 bar']],
  ])('reads the comparator in %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['每 500 h 更换', ['500 h | = 500 h R']],
    ['every 3 months', ['3 months | = 3 month R']],
    ['每3个月一次', ['3个月 | = 3 month R']],
    ['每隔两周', ['两周 | = 2 week R']],
    ['每班检查', ['每班 | = 1 shift R']],
    ['每月', ['每月 | = 1 month R']],
    ['Check monthly and annually.', ['monthly | = 1 month R', 'annually | = 1 year R']],
    ['every shift', ['every shift | = 1 shift R']],
    ['运行 500 h', ['500 h | = 500 h']],
  ])('tells an interval in %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['温升不超过 45 K', 'temperature-difference'],
    ['temperature rise of 40 °C', 'temperature-difference'],
    ['温度 40 °C', 'temperature'],
    ['油温 60 度', 'temperature'],
    ['旋转 90 度', 'angle'],
    ['每 5000 km', 'distance-travelled'],
    ['距离 5 km', 'length'],
    ['5 次', 'cycles'],
    ['5', 'none'],
  ])('gives %j the dimension %s', (text, dimension) => {
    expect(findQuantities(text).map(({ quantity }) => quantity.dimension)).toEqual([dimension]);
  });

  it.each([
    'P-101A E-07 故障',
    '2024-03-05 更换',
    '2024年3月5日',
    '05/03/2024 14:30',
    'see 3.2.1',
    '3.2 Installation',
    '1. Check the pump',
    '(2) 关闭阀门',
    '第3步，见图 2 和表 4',
    'Step 3: see Fig. 2 and Table 4',
    'ISO 14224-2016',
    'the 2nd stage',
    '十分重要，一般不用，万一泄漏',
    'one-way valve',
    '3D model',
    'https://a.co/d/0ey?x=5&y=7',
  ])('finds no amount in %j', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('returns numbers without a unit, so that each can be checked', () => {
    expect(shown('Count 12 of 40.5, 余 3')).toEqual(['12 | = 12', '40.5 | = 40.5', '3 | = 3']);
    expect(shown('百度，1分5线缆，未满18周岁')).toEqual(['1 | = 1', '5 | = 5', '18 | = 18']);
    expect(shown('步骤 3 安装 2 台泵')).toEqual(['2 | = 2']);
  });

  it('converts to SI', () => {
    const si = (text: string) => findQuantities(text)[0]?.quantity.si.low;
    expect(si('10 bar')).toBeCloseTo(1e6);
    expect(si('212 °F')).toBeCloseTo(373.15);
    expect(si('温差 9 °F')).toBeCloseTo(5);
    expect(si('1 ft·lb')).toBeCloseTo(1.355818);
    expect(si('3600 m³/h')).toBeCloseTo(1);
  });

  it('keeps mentions in order, inside the text and reads written values back', () => {
    const unit = fc.constantFrom('bar', 'MPa', 'N·m', 'mm', '℃', 'kW', '小时', 'rpm', 'V');
    const value = fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100);
    const before = fc.constantFrom('压力', 'set to ', '更换后 ', '; ');
    fc.assert(
      fc.property(fc.array(fc.tuple(before, value, unit), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([words, number, name]) => `${words}${number} ${name}`).join('，');
        const found = findQuantities(text);
        expect(found.map(({ quantity }) => quantity.low)).toEqual(parts.map(([, number]) => number));
        let last = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('reads a line of a million characters', () => {
    const piece = '12 bar; 每 500 h; ';
    const times = Math.ceil(1_000_000 / piece.length);
    expect(findQuantities(piece.repeat(times))).toHaveLength(2 * times);
    expect(findQuantities('1'.repeat(1_000_000))).toEqual([]);
    expect(findQuantities('-'.repeat(1_000_000))).toEqual([]);
    expect(findQuantities(' '.repeat(1_000_000))).toEqual([]);
  });
});
