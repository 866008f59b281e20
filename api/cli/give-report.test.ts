import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CommandLine } from './command-line.ts';
import { giveReport } from './give-report.ts';

it('a written report ends with whose words it is, in both languages, and the printed one is as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-report-'));
  const printed: string[] = [];
  const line: CommandLine = {
    out: (text) => void printed.push(text),
    note: () => undefined,
    isTerminal: false,
    startedAs: 'faultline',
    isInteractive: false,
    secret: () => Promise.reject(new Error('a report asks for nothing')),
    signal: new AbortController().signal,
  };
  const write = join(folder, 'report.md');
  await giveReport(line, { write }, { report: {}, text: '12 cases\n', page: '# Cases 用例\n\n12\n' });
  expect(await readFile(write, 'utf8')).toMatch(/^# Cases 用例\n\n12\n\nPut together by program.* 由程序汇编.*\n$/);
  expect(printed).toEqual(['12 cases\n']);
  await rm(folder, { recursive: true });
});
