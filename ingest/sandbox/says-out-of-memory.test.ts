import { describe, expect, it } from 'vitest';
import { saysOutOfMemory } from './says-out-of-memory.ts';

describe('what a process says of its memory', () => {
  it.each([
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    'FATAL ERROR: invalid table size Allocation failed',
    '# Fatal JavaScript invalid size error 169220804',
    'Array buffer allocation failed',
    'Invalid string length',
    'Map maximum size exceeded',
    "terminate called after throwing an instance of 'std::bad_alloc'",
  ])('is that it ran out: %s', (text) => {
    expect(saysOutOfMemory(text)).toBe(true);
  });

  it.each(['', 'Segmentation fault', 'TypeError: page is undefined'])('is nothing of the kind: %s', (text) => {
    expect(saysOutOfMemory(text)).toBe(false);
  });
});
