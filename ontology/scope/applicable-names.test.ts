import { describe, expect, it } from 'vitest';
import { applicableNames } from './applicable-names.ts';

const namesIn = (text: string, isOpening: boolean) => applicableNames(text, 'cover', isOpening).map(({ text: name }) => name);

describe('what a document says it holds for', () => {
  it.each([
    ['Revision 3, 2024-11-05. Applies to compressors KC-301, KC-302 and KC-303.', ['KC-301', 'KC-302', 'KC-303']],
    ['Valid for pumps P-101A/B.', ['P-101A', 'P-101B']],
    ['Applicable to the screw compressors of type KC-301/302/303', ['KC-301', 'KC-302', 'KC-303']],
    ['版本 3，2024-11-05。适用于螺杆压缩机 KC-301、KC-302 和 KC-303。', ['KC-301', 'KC-302', 'KC-303']],
    ['适用于 KC-301/302 压缩机', ['KC-301', 'KC-302']],
    ['仅适用于循环水泵 P-201 至 P-203', ['P-201', 'P-202', 'P-203']],
  ])('is read in its opening: %s', (text, expected) => {
    expect(namesIn(text, true)).toEqual(expected);
    expect(namesIn(text, false)).toEqual([]);
  });

  it.each([
    ['These operating instructions apply to compressors KC-301 to KC-303.', ['KC-301', 'KC-302', 'KC-303']],
    ['General. This manual covers the pumps P-201 and P-202 and their motors.', ['P-201', 'P-202']],
    ['This document is valid for the exchanger E-102.', ['E-102']],
    ['本操作手册适用于 KC-301～KC-303 螺杆压缩机。', ['KC-301', 'KC-302', 'KC-303']],
    ['一、范围。本规程适用于换热器 E-102。', ['E-102']],
  ])('is read anywhere where the document is the subject: %s', (text, expected) => {
    expect(namesIn(text, false)).toEqual(expected);
  });

  it.each([
    'This manual does not apply to KC-304.',
    'This manual applies to all compressors except KC-304.',
    'This manual applies to pumps installed in unit U-200.',
    'This manual applies to pumps built according to ISO 5199.',
    'The warranty applies to KC-304.',
    '本手册不适用于 KC-304。',
    '本手册适用于除 KC-304 以外的压缩机。',
    '本手册适用于安装在 U-200 装置的泵。',
    '保修条款适用于 KC-304。',
  ])('is nothing where it names what it does not hold for, where things stand or another subject: %s', (text) => {
    expect(namesIn(text, true)).toEqual([]);
  });

  it('ends where the list ends', () => {
    expect(namesIn('Applies to KC-301 and KC-302, but not to KC-303.', true)).toEqual(['KC-301', 'KC-302']);
    expect(namesIn('适用于 KC-301 和 KC-302，KC-303 除外。', true)).toEqual(['KC-301', 'KC-302']);
    expect(namesIn('Applies to KC-301 driven by motor M-301.', true)).toEqual(['KC-301']);
  });

  it.each([
    'This guide covers the installation of Puck (VLP16), Puck LITE, Ultra Puck (VLP-32C) and HDL32.',
    'Applies to KC-301 and its dryer D-301.',
    '适用于 KC-301 及其干燥机 D-301。',
  ])('is nothing where a list is not read to its end: %s', (text) => {
    expect(namesIn(text, true)).toEqual([]);
  });

  it('keeps the ends of a range that cannot be counted', () => {
    expect(namesIn('Applies to KC-301 to KC-399.', true)).toEqual(['KC-301', 'KC-399']);
    expect(namesIn('Applies to KC-301 to KD-303.', true)).toEqual(['KC-301', 'KD-303']);
  });
});
