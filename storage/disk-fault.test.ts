import { describe, expect, it } from 'vitest';
import { diskFault } from './disk-fault.ts';

const failure = (code: string) => Object.assign(new Error('the disk says'), { code });

describe('what a disk says', () => {
  it.each([
    ['ENOSPC', 'storage-full', /free some space/],
    ['EDQUOT', 'storage-full', /free some space/],
    ['EMFILE', 'storage-failed', /ulimit -n/],
    ['EROFS', 'storage-failed', /rights/],
  ])('by %s is told as %s', (code, told, sentence) => {
    expect(diskFault(failure(code))).toMatchObject({ code: told, retryable: true, message: expect.stringMatching(sentence) });
  });

  it('that nobody knows stays as it is', () => {
    const other = failure('EUNKNOWN');
    expect(diskFault(other)).toBe(other);
  });
});
