import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryBeside, programEntry } from '../../kernel/index.ts';

const { path, execArgv } = programEntry(entryBeside(import.meta.url, 'main'));
const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
/** Of what a terminal acts on, a file that is taken in may have in its name what turns text round; a word that is typed, all. */
const NAME = '规程\u202egpj.md';
const SHOWN = '规程\\u202egpj.md';
const TYPED = 'psg_\u001b]0;owned\u0007';

let folder = '';
afterAll(() => rm(folder, { recursive: true, force: true }));

const faultline = (...words: readonly string[]) =>
  [process.execPath, ...execArgv, path, ...words, '--home', join(folder, 'home')].map(quoted).join(' ');

/** `script` gives what it runs a terminal, for both streams, and tells what came to it. */
const hasTerminals = ((): boolean => {
  try {
    execFileSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const inShell = (command: string) => promisify(execFile)('sh', ['-c', command]);
const onTerminal = async (command: string) => (await promisify(execFile)('script', ['-qec', command, '/dev/null'])).stdout;

let read = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-program-'));
  await mkdir(join(folder, 'files'));
  await writeFile(join(folder, 'files', NAME), '# 泵 P-101\n\nP-101 机械密封泄漏的原因：轴承磨损。\n');
  const ingest = faultline('ingest', join(folder, 'files'));
  read = hasTerminals ? await onTerminal(ingest) : await inShell(ingest).then(({ stdout }) => stdout);
});

describe.skipIf(!hasTerminals)('the program on a terminal', () => {
  it('shows what is in the name of a file, in its bars too, and does not have the terminal act on it', () => {
    expect(read).toContain(SHOWN);
    expect(read).not.toContain('\u202e');
  });

  it('lists it so', async () => {
    const listed = await onTerminal(`${faultline('documents')} 2>/dev/null`);
    expect(listed).toContain(SHOWN);
    expect(listed).not.toContain('\u202e');
  });

  it('says so what was typed wrongly', async () => {
    const noted = await onTerminal(`${faultline('show', TYPED)} >/dev/null`).catch(({ stdout }: { stdout: string }) => stdout);
    expect(noted).toContain('psg_\\u001b]0;owned\\u0007');
    expect(noted).not.toContain('\u001b]0;owned');
  });
});

it('gives who reads its output from a pipe the name as it is, and ends quietly when that reader has seen enough', async () => {
  expect((await inShell(faultline('documents'))).stdout).toContain(NAME);
  const { stdout, stderr } = await inShell(`{ ${faultline('documents', '--json')}; echo "code $?" >&2; } | head -c 1`);
  expect([stdout.length, stderr]).toEqual([1, expect.stringContaining('code 0')]);
});
