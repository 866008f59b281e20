import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOutputs, writeOutput } from './write-output.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-output-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('files that a command writes at its end', () => {
  it('are checked before it begins: folders are made, nothing is left behind, what is there stays', async () => {
    const [path, kept] = [join(folder, '报告', 'run.json'), join(folder, 'kept.json')];
    await writeFile(kept, 'earlier');
    await checkOutputs({ write: path, html: kept, json: true });
    expect([existsSync(join(folder, '报告')), existsSync(path), await readFile(kept, 'utf8')]).toEqual([true, false, 'earlier']);
    await writeOutput(join(folder, 'new', 'run.json'), 'text');
    expect(await readFile(join(folder, 'new', 'run.json'), 'utf8')).toBe('text');
  });

  it('that cannot be written are named with their option', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(checkOutputs({ html: join(folder, 'file', 'a.html') })).rejects.toMatchObject({
      code: 'file-failed',
      message: expect.stringMatching(/^--html: .*a part of that path is a file/u),
    });
    await expect(checkOutputs({ write: folder })).rejects.toMatchObject({
      code: 'file-failed',
      message: expect.stringMatching(/^--write: .*is a folder/u),
    });
    await expect(writeOutput(join(folder, 'file', 'a'), '')).rejects.toMatchObject({ code: 'file-failed' });
  });

  it.skipIf(!existsSync('/proc/self'))('that lie where no folder can be made end at once', async () => {
    await expect(checkOutputs({ write: '/proc/nope/run.json' })).rejects.toMatchObject({ code: 'file-failed' });
  });
});
