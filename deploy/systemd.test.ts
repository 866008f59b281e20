import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const UNIT = join(import.meta.dirname, 'faultline.service');
const hasSystemd = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0;

describe('the unit of systemd', () => {
  it('runs the installed program as a user of its own, in a folder that is its own alone, with files enough', async () => {
    const lines = (await readFile(UNIT, 'utf8')).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'User=faultline',
        'ExecStart=/opt/faultline/current/bin/faultline serve',
        'StateDirectoryMode=0700',
        'LimitNOFILE=65536',
        'NoNewPrivileges=yes',
      ]),
    );
  });

  it.skipIf(!hasSystemd)('is one that systemd takes without complaint (needs systemd-analyze)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-unit-'));
    try {
      // Where it is checked nothing is installed: a program that is there stands for the one that is meant.
      const text = (await readFile(UNIT, 'utf8')).replace('/opt/faultline/current/bin/faultline', '/bin/true');
      const path = join(folder, 'faultline.service');
      await writeFile(path, text);
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], { encoding: 'utf8' });
      expect(status).toBe(0);
      // It passes over what it does not know, and says so.
      expect(stderr).not.toContain('faultline.service');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
