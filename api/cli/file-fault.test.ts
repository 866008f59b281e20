import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { fileFault } from './file-fault.ts';

const system = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: said by the system`), { code, syscall, ...(path === undefined ? {} : { path }) });

describe('fileFault', () => {
  it.each([
    ['ENOENT', 'open', 'not-found', /no file or folder "日志\.csv"/],
    ['ENOTDIR', 'open', 'not-found', /a part of that path is a file/],
    ['EISDIR', 'read', 'not-found', /is a folder, and a file is wanted/],
    ['EACCES', 'open', 'file-failed', /may not be used by the user/],
    ['EPERM', 'open', 'file-failed', /may not be used by the user/],
    ['EROFS', 'open', 'file-failed', /takes no writes/],
    ['ENOSPC', 'write', 'storage-full', /no room left for "日志\.csv"/],
    ['ENOENT', 'mkdir', 'file-failed', /make the folder/],
  ])('of %s at %s it gives %s with what to do', (code, syscall, expected, message) => {
    expect(fileFault(system(code, syscall), '日志.csv')).toMatchObject({ code: expected, message: expect.stringMatching(message) });
    expect(fileFault(system(code, syscall, '日志.csv'))).toMatchObject({ code: expected, message: expect.stringMatching(message) });
  });

  it('leaves what is ours, what it does not know, and what names no path', () => {
    for (const error of [
      new FaultlineError('busy', 'x'),
      new TypeError('x'),
      system('ECONNREFUSED', 'connect', 'x'),
      system('ENOENT', 'open'),
      'x',
    ])
      expect(fileFault(error)).toBe(error);
    expect(fileFault(system('ENOSPC', 'write'))).toMatchObject({ code: 'storage-full' });
  });
});
