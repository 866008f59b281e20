import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* counting(until: number, made: number[]): AsyncGenerator<number> {
  try {
    for (let number = 1; number <= until; number++) {
      made.push(number);
      yield number;
    }
    throw new Error('no more');
  } finally {
    made.push(0);
  }
}

describe('readAhead', () => {
  it('gives the events in order, the maker one ahead and never more', async () => {
    const made: number[] = [];
    const taken: number[] = [];
    await expect(async () => {
      for await (const number of readAhead(counting(3, made))) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        taken.push(number);
        expect(made.filter((one) => one > 0)).toHaveLength(Math.min(3, number + 1));
      }
    }).rejects.toThrow('no more');
    expect(taken).toEqual([1, 2, 3]);
  });

  it('ends the maker when its reader stops early', async () => {
    const made: number[] = [];
    for await (const number of readAhead(counting(9, made))) if (number === 2) break;
    expect(made).toEqual([1, 2, 3, 0]);
  });
});
