import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from './find-files.ts';

let root = '';
let plant = '';
const server = createServer();
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'faultline-find-'));
  plant = join(root, 'plant');
  await mkdir(join(plant, '泵'), { recursive: true });
  await writeFile(join(plant, '泵', '手册.md'), '# 泵');
  await writeFile(join(plant, 'notes.txt'), 'P-7 runs well.');
  await writeFile(join(root, 'secret.txt'), 'outside');
  await writeFile(join(plant, 'two\nlines.txt'), 'x');
  await writeFile(Buffer.concat([Buffer.from(`${plant}/`), Buffer.of(0xb1, 0xc3), Buffer.from('.txt')]), 'x');
  execFileSync('mkfifo', [join(plant, 'pipe')]);
  await symlink(join(root, 'secret.txt'), join(plant, 'leads-out.txt'));
  await symlink(join(root, 'nowhere'), join(plant, 'leads-nowhere.txt'));
  await symlink('round', join(plant, 'round'));
  await symlink(plant, join(plant, 'loop'));
  await symlink(join('泵', '手册.md'), join(plant, 'named-again.md'));
  await new Promise<void>((resolve) => {
    server.listen(join(plant, 'socket'), resolve);
  });
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true, force: true });
});

describe('findFiles', () => {
  it('takes regular files and links to files within the folder', async () => {
    const { files } = await findFiles([plant]);
    expect(files.map(({ uri }) => uri)).toEqual(['plant/named-again.md', 'plant/notes.txt', 'plant/泵/手册.md']);
  });

  it('lists with its kind and a reason each thing that it leaves out', async () => {
    const { leftOut } = await findFiles([plant]);
    expect(leftOut.map(({ uri, kind }) => [uri, kind])).toEqual([
      ['plant/leads-nowhere.txt', 'unreadable'],
      ['plant/leads-out.txt', 'link'],
      ['plant/loop', 'link'],
      ['plant/pipe', 'special'],
      ['plant/round', 'unreadable'],
      ['plant/socket', 'special'],
      ['plant/two\\u000alines.txt', 'name'],
      ['plant/��.txt', 'name'],
    ]);
    for (const { reason } of leftOut) expect(reason).toMatch(/\S\.$/);
  });

  it('leaves a device that an argument names out, and throws for an argument that names nothing', async () => {
    const { files, leftOut } = await findFiles(['/dev/zero', join(plant, 'notes.txt')]);
    expect(files.map(({ uri }) => uri)).toEqual(['notes.txt']);
    expect(leftOut).toMatchObject([{ uri: 'zero', kind: 'special' }]);
    await expect(findFiles([join(plant, 'absent')])).rejects.toMatchObject({ code: 'not-found' });
  });

  it.skipIf(process.getuid?.() === 0)('lists a folder that may not be read', async () => {
    const closed = join(root, 'closed');
    await mkdir(join(closed, 'inner'), { recursive: true, mode: 0o700 });
    await writeFile(join(closed, 'a.txt'), 'x');
    execFileSync('chmod', ['000', join(closed, 'inner')]);
    expect(await findFiles([closed])).toMatchObject({ files: [{ uri: 'closed/a.txt' }], leftOut: [{ kind: 'unreadable' }] });
    execFileSync('chmod', ['700', join(closed, 'inner')]);
  });
});
