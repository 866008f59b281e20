import { describe, expect, it } from 'vitest';
import { joinLines } from './read-text.ts';

describe('joinLines', () => {
  it('joins with a space, between Chinese characters with none, and takes the blanks at line ends with it', () => {
    expect(joinLines('Close the \t\n  valve.')).toBe('Close the valve.');
    expect(joinLines('必须\n 上锁，\n挂牌')).toBe('必须上锁，挂牌');
    expect(joinLines('  kept \n\n ends  ')).toBe('  kept  ends  ');
  });

  it('joins a million blanks', () => {
    expect(joinLines(`a${' '.repeat(1_000_000)}b\nc`)).toHaveLength(1_000_004);
  });
});
