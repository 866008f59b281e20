import { describe, expect, test } from 'vitest';
import { warningSignal } from './warning-signal.ts';

describe('warningSignal', () => {
  test.each([
    ['DANGER: high voltage', 'danger', 'high voltage'],
    ['⚠ WARNING – Hot surface', 'warning', 'Hot surface'],
    ['⚠️ **Warning:** Hot surface', 'warning', 'Hot surface'],
    ['WARNING Hot surface', 'warning', 'Hot surface'],
    ['Caution! Do not run dry.', 'caution', 'Do not run dry.'],
    ['ATTENTION: check the level', 'notice', 'check the level'],
    ['【警告】泵未停止前不得打开。', 'warning', '泵未停止前不得打开。'],
    ['危险：高压电', 'danger', '高压电'],
    ['注意：不得干转。', 'caution', '不得干转。'],
    ['⚠ 小心 高温表面', 'caution', '高温表面'],
    ['提示：先排气', 'notice', '先排气'],
    ['严禁带电操作。', 'danger', '严禁带电操作。'],
    ['危险 高压电', 'danger', '高压电'],
    ['WARNING', 'warning', ''],
  ])('reads %s', (text, level, rest) => {
    const signal = warningSignal(text);
    expect(signal?.level).toBe(level);
    expect(text.slice(signal?.length)).toBe(rest);
  });

  test.each([
    'Warning signs and labels',
    'WARNING SIGNS AND LABELS',
    'Warnings',
    'Note: see chapter 3',
    '说明：见第3章',
    '注意力不集中时停止作业',
    'Notice how the shaft turns',
    'The danger is low',
    'attention. So how did it work?',
    'warning, which the lamp shows',
    '注意事项与危险源清单',
    '注意事项',
    '',
  ])('finds none in %s', (text) => {
    expect(warningSignal(text)).toBeUndefined();
  });
});
