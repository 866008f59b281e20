import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { entryBeside, programEntry } from '../../kernel/index.ts';

const { path, execArgv } = programEntry(entryBeside(import.meta.url, 'main'));
const start = [process.execPath, ...execArgv, path].map((word) => `'${word}'`).join(' ');
const run = (command: string) =>
  promisify(execFile)('sh', ['-c', command]).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );

it.skipIf(process.platform === 'win32')(
  'says in one sentence what to do where too few files may be open',
  { timeout: 120_000 },
  async () => {
    const { code, stderr } = await run(`ulimit -n 64; exec ${start} serve --port 0`);
    expect([code, stderr.trim().split('\n')]).toEqual([78, [expect.stringMatching(/^Faultline cannot start: .*ulimit -n/)]]);
  },
);

it('runs what it is told', { timeout: 120_000 }, async () => {
  expect(await run(`${start} serve --help`)).toMatchObject({ code: 0, stdout: expect.stringContaining('--port') });
});
