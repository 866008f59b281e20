import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

describe('languageOf', () => {
  it.each([
    ['更换机械密封', 'zh'],
    ['更換機械密封 P-101A', 'zh'],
    ['检查 PLC 的输入模块是否松动', 'zh'],
    ['拧紧力矩 45 ± 5 N·m', 'zh'],
    ['Replace filter', 'en'],
    ['OK', 'en'],
    ["Don't open the valve.", 'en'],
    ['机械密封 mechanical seal', 'mixed'],
    ['Alarm reset 报警复位', 'mixed'],
    ['P-101A', 'none'],
    ['45 N·m', 'none'],
    ['10–12 bar, 1450 rpm', 'none'],
    ['', 'none'],
    ['—', 'none'],
  ])('finds in %j the language %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
