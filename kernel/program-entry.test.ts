import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryBeside, type ProgramEntry, programEntry, startFromBuild } from './program-entry.ts';

const TYPED = 'const told: string = import.meta.url;\n';
const PRINTS = 'console.log(told);\n';
const POSTS = "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage(told);\n";

let folder: string;
let build: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-entry-'));
  build = join(folder, 'build');
  await write(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<URL> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return pathToFileURL(path);
}

async function printed({ path, execArgv }: ProgramEntry): Promise<string> {
  return (await promisify(execFile)(process.execPath, [...execArgv, path])).stdout.trim();
}

async function posted({ thread }: ProgramEntry): Promise<unknown> {
  const [message] = await once(new Worker(thread), 'message');
  return message;
}

describe('the entry of a program', () => {
  it('runs from a source as a process and as a thread', async () => {
    const process = await write(join(folder, '打印.ts'), `${TYPED}${PRINTS}`);
    const thread = await write(join(folder, 'post.ts'), `${TYPED}${POSTS}`);
    expect(await printed(programEntry(process))).toBe(process.href);
    expect(await posted(programEntry(thread))).toBe(thread.href);
  });

  it('runs from a build without a loader', async () => {
    const entry = await write(join(folder, 'dist', '打印.mjs'), `const told = import.meta.url;\n${PRINTS}`);
    expect(programEntry(entry)).toMatchObject({ path: fileURLToPath(entry), execArgv: [], thread: entry });
    expect(await printed(programEntry(entry))).toBe(entry.href);
  });

  it('is taken from the build that was named where this holds it, and else from the sources', async () => {
    const source = new URL('./program-entry.ts', import.meta.url);
    const other = new URL('./hash.ts', import.meta.url);
    const outside = await write(join(folder, 'kernel', 'program-entry.ts'), '');
    await write(join(build, 'kernel', 'program-entry.mjs'), '');
    startFromBuild(build);
    expect(programEntry(source)).toMatchObject({ path: join(build, 'kernel', 'program-entry.mjs'), execArgv: [] });
    for (const entry of [other, outside])
      expect(programEntry(entry)).toMatchObject({ path: fileURLToPath(entry), execArgv: ['--import', expect.stringContaining('tsx')] });
  });

  it('has the ending of the module that it stands beside', () => {
    expect(entryBeside('file:///a/b/start.ts', 'child')).toEqual(new URL('file:///a/b/child.ts'));
    expect(entryBeside('file:///a/dist/b/start.mjs', 'child')).toEqual(new URL('file:///a/dist/b/child.mjs'));
  });
});
