import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { repairLine } from './repair-line.ts';
import type { RecognisedLine } from './text-recogniser.ts';

const BOX = { x0: 0, y0: 0, x1: 1, y1: 1 };

function line(text: string): RecognisedLine {
  const words = text
    .split(' ')
    .map((word) => ({ symbols: [...word].map((sign) => ({ text: sign, box: BOX })), box: BOX, confidence: 0.9 }));
  return { words, box: BOX, baseline: 1 };
}

function repaired(text: string): { readonly text: string; readonly recognised: readonly string[] } {
  const { words } = repairLine(line(text), siteGrammar([]));
  return {
    text: words.map(({ symbols }) => symbols.map((symbol) => symbol.text).join('')).join(' '),
    recognised: words.flatMap(({ symbols }) => symbols.flatMap(({ recognised }) => recognised ?? [])),
  };
}

describe('repairLine', () => {
  it.each([
    ['检查泵 P-1O1A 的密封', '检查泵 P-101A 的密封', ['O']],
    ['Open valve XV-2l5 first', 'Open valve XV-215 first', ['l']],
    ['The M0V-101 is shut', 'The MOV-101 is shut', ['0']],
    ['温度不得超过93 "C，否则停机', '温度不得超过93 °C，否则停机', ['"C']],
    ['must not exceed 133 "Ci; stop', 'must not exceed 133 °C; stop', ['"Ci']],
    ['限值为4.9 mmy/s。', '限值为4.9 mm/s。', ['y/']],
    ['up to 110 ”(C only', 'up to 110 °C only', ['”(C']],
    ['力矩 85 N。m', '力矩 85 N·m', ['。']],
    ['bolts crosswise to 98 N. m, then', 'bolts crosswise to 98 N·m, then', ['.']],
    ['力矩 169 N . m', '力矩 169 N·m', ['.']],
    ['转速为1876 Wmin，严禁反转', '转速为1876 r/min，严禁反转', ['W']],
    ['返回值 GetD0Group', '返回值 GetDOGroup', ['0']],
    ['返回值 GetlnputBool', '返回值 GetInputBool', ['l']],
    ['vibration 4.5 mms', 'vibration 4.5 mm/s', ['mm']],
    ['公称流量 2.2 m²/h', '公称流量 2.2 m³/h', ['²']],
    ['6 0peration of the skid', '6 Operation of the skid', ['0']],
    ['. Check the level', '· Check the level', ['.']],
    ['° 检查液位', '· 检查液位', ['°']],
    ['·. Check the level', '· Check the level', ['·.']],
    ['register Ox62, 地址 0xFlOO', 'register 0x62, 地址 0xF100', ['O', 'l', 'O', 'O']],
    ['mask OxFF', 'mask 0xFF', ['O']],
  ])('reads %s as %s and keeps what was recognised', (text, expected, recognised) => {
    expect(repaired(text)).toEqual({ text: expected, recognised });
  });

  it('doubts a quotation mark behind a number, which may be a degree', () => {
    const confidences = (text: string) => repairLine(line(text), siteGrammar([])).words.map(({ confidence }) => confidence);
    expect(confidences('up to 41 "(; stop')).toEqual([0.9, 0.9, 0.9, 0.2, 0.9]);
    expect(confidences('at 5 m. At night')).toEqual([0.9, 0.9, 0.9, 0.9, 0.9]);
    expect(confidences('温度 41 "C 以下')).toEqual([0.9, 0.9, 0.9, 0.9]);
  });

  it.each([
    '2O4',
    '15O mm',
    'B-OO7',
    'XV-4789(C',
    'OIL 101',
    'Oxbed cup',
    'M12 x 1.75',
    '0min to 5 min, codes 0x1f and 0xabcd, 10peration',
    'kinematic viscosity 2 m²/s',
    'coating 2.5 kg/m²',
    '85 N·m',
    '7.5 kW',
    'see 3 "Cover" below',
    '第3章 Chapter 3',
    'MgO, FeO and CaO',
    'TURBO',
    'AudioOut',
  ])('leaves %s as it is', (text) => {
    expect(repaired(text)).toEqual({ text, recognised: [] });
  });
});
