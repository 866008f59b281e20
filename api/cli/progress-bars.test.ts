import { describe, expect, it } from 'vitest';
import { readingWords } from '../../app/index.ts';
import { sayTotals } from './progress-bars.ts';

const MINUTE = 60_000;

describe('the line over all files that are read', () => {
  it('counts those that are done, tells those that were not read apart, and the time that the rest will take', () => {
    const totals = { files: 40, ended: 10, failed: 2, share: 0.25 };
    expect(sayTotals(totals, readingWords('en'), 2 * MINUTE)).toBe('10 of 40 files, 2 not read, about 6 min left');
    expect(sayTotals(totals, readingWords('zh'), 2 * MINUTE)).toBe('10/40 个文件，2 个未读取，剩余约 6 分钟');
  });

  it('promises no time before anything is done, nor when all is', () => {
    expect(sayTotals({ files: 3, ended: 0, failed: 0, share: 0 }, readingWords('en'), MINUTE)).toBe('0 of 3 files');
    expect(sayTotals({ files: 3, ended: 3, failed: 0, share: 1 }, readingWords('zh'), MINUTE)).toBe('3/3 个文件');
  });
});
