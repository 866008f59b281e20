import { describe, expect, it } from 'vitest';
import { unifyRadicals } from './unify-radicals.ts';

describe('signs for radicals', () => {
  it.each([
    ['关闭阀\u2ed4', '关闭阀门'],
    ['\u2edb机盘\u2ecb', '风机盘车'],
    ['\u2ed3时间运\u2f8f', '长时间运行'],
    ['\u2f2f作', '工作'],
    ['\u2ef3', '\u9f9f'],
    ['\u2e81', '\u5382'],
  ])('are the ideographs that look like them (%s)', (drawn, read) => {
    expect(unifyRadicals(drawn)).toBe(read);
  });

  it('stay where they stand for none, and other text as it is', () => {
    expect(unifyRadicals('\u2e80 \u2e9a m³ １２ ﬁ 泵 pump')).toBe('\u2e80 \u2e9a m³ １２ ﬁ 泵 pump');
  });
});
