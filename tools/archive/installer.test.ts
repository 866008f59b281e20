import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
let prefix = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-installer-'));
  prefix = join(folder, '站点 prefix');
});
afterEach(() => rm(folder, { recursive: true }));

const HERE = import.meta.dirname;
const WHAT = {
  platform: process.platform,
  arch: process.arch,
  node: process.versions.node,
  nodeAbi: process.versions.modules,
  leastNode: '20.19',
  libc: 'glibc',
  ledgerSchema: '0001-first',
  nativeModules: [] as string[],
};

/** A release of the smallest program there is, with checksums that this test computes by itself. */
async function release(version: string, changes: Partial<typeof WHAT> = {}, program = `console.log('${version}');`): Promise<string> {
  const made = join(folder, `made-${version}-${Object.values(changes).join('-')}-${program.length}`);
  await cp(join(HERE, 'installer'), join(made, 'installer'), { recursive: true });
  const files: Record<string, string> = {
    'package.json': '{"type":"module"}',
    'release.json': JSON.stringify({ version, ...WHAT, ...changes }),
    'dist/api/cli/main.mjs': program,
    '说明.txt': '中文名',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(made, path)), { recursive: true });
    await writeFile(join(made, path), text);
  }
  const installer = (await readdir(join(made, 'installer'))).map((name) => `installer/${name}`);
  const lines = await Promise.all(
    [...Object.keys(files), ...installer].map(async (path) => {
      const hash = createHash('sha256').update(await readFile(join(made, path)));
      return `${hash.digest('hex')}  ${path}\n`;
    }),
  );
  await writeFile(join(made, 'SHA256SUMS'), lines.join(''));
  return made;
}

function call(from: string, ...words: string[]) {
  const done = spawnSync(process.execPath, [join(from, 'installer/install.mjs'), ...words, '--prefix', prefix], { encoding: 'utf8' });
  return { status: done.status, said: `${done.stdout}${done.stderr}` };
}
const current = () => readlink(join(prefix, 'current')).catch(() => 'none');

describe('the installer', () => {
  it('installs, upgrades and goes back release by release, and never forward again by itself', async () => {
    const releases = [await release('0.1.0'), await release('0.2.0'), await release('0.10.0')];
    for (const each of releases) expect(call(each, 'install')).toMatchObject({ status: 0 });
    const list = () => call(join(prefix, 'current'), 'list').said;
    expect(list()).toBe('  0.1.0\n  0.2.0\n* 0.10.0\n');
    expect(call(join(prefix, 'current'), 'roll-back').said).toContain('0.2.0 is in use now, in place of 0.10.0');
    expect(call(join(prefix, 'current'), 'roll-back').said).toContain('0.1.0 is in use now, in place of 0.2.0');
    expect(call(join(prefix, 'current'), 'roll-back')).toMatchObject({ status: 1, said: expect.stringContaining('is the first release') });
    expect(call(join(prefix, 'current'), 'roll-back', '0.10.0')).toMatchObject({ status: 0 });
    expect(await current()).toBe('releases/0.10.0');
    expect(call(join(prefix, 'current'), 'roll-back', '0.3.0').said).toContain('0.3.0 is not installed');
    expect(call(join(prefix, 'current'), 'verify').said).toContain('0.10.0 is as it was made');
  });

  it('may be run again, and refuses other files under a version that is there', async () => {
    const one = await release('0.1.0');
    expect(call(one, 'install').said).toContain('Installed');
    expect(call(one, 'install')).toMatchObject({ status: 0, said: expect.stringContaining('0.1.0 was in use already') });
    expect(call(await release('0.1.0', {}, '// another'), 'install')).toMatchObject({
      status: 1,
      said: expect.stringContaining('another release of the same version'),
    });
  });

  it.each([
    ['a byte that differs', (made: string) => appendFile(join(made, '说明.txt'), '!'), '说明.txt differs'],
    ['a file that is missing', (made: string) => rm(join(made, '说明.txt')), '说明.txt is missing'],
    ['a file too many', (made: string) => writeFile(join(made, 'dist/more.mjs'), ''), 'dist/more.mjs is not in the list'],
    ['a link', (made: string) => symlink('/etc', join(made, 'dist/link')), 'neither a file nor a folder'],
    ['no list', (made: string) => rm(join(made, 'SHA256SUMS')), 'SHA256SUMS is missing'],
  ])('refuses an archive with %s, and leaves what was in use', async (_, spoil, sentence) => {
    call(await release('0.1.0'), 'install');
    const later = await release('0.2.0');
    await spoil(later);
    expect(call(later, 'install')).toMatchObject({ status: 1, said: expect.stringContaining(sentence) });
    expect(await current()).toBe('releases/0.1.0');
    expect(await readdir(join(prefix, 'releases'))).toEqual(['0.1.0']);
  });

  it.each([
    ['platform', { platform: 'aix' as const }, 'take the archive that is made for it'],
    ['Node.js of another kind', { nodeAbi: '1' }, 'compiled modules of this release are for Node.js'],
    ['Node.js that is too old', { leastNode: '99.0' }, 'needs Node.js 99.0 or newer'],
    ['C library', { libc: 'musl' }, 'is for systems with musl'],
    ['module that does not load', { nativeModules: ['no-such-module'] }, 'no-such-module does not load'],
  ])('refuses a release for another %s', async (_, changes, sentence) => {
    expect(call(await release('0.1.0', changes), 'install')).toMatchObject({ status: 1, said: expect.stringContaining(sentence) });
    expect(await current()).toBe('none');
  });

  it('refuses a program that does not start, and removes what a killed installer left', async () => {
    const broken = await release('0.1.0', {}, 'throw new Error("broken");');
    expect(call(broken, 'install')).toMatchObject({ status: 1, said: expect.stringContaining('does not start: ') });
    expect(await readdir(join(prefix, 'releases'))).toEqual([]);
    const { pid } = spawnSync(process.execPath, ['--version']);
    await mkdir(join(prefix, 'releases', `.incoming-${pid}`));
    expect(call(await release('0.1.0'), 'install').status).toBe(0);
    expect(await readdir(join(prefix, 'releases'))).toEqual(['0.1.0']);
  });

  it('says when going back meets a ledger that the older release does not open', async () => {
    call(await release('0.1.0'), 'install');
    call(await release('0.2.0', { ledgerSchema: '0002-second' }), 'install');
    expect(call(join(prefix, 'current'), 'roll-back').said).toContain('Restore the backup that was made before');
  });

  it('names what a wrong call lacks', async () => {
    const one = await release('0.1.0');
    expect(call(one, 'roll-back').said).toContain('nothing is installed');
    expect(call(one, 'remove').said).toContain('there is no command remove');
    expect(call(one, 'install', 'more').said).toContain('more is too much');
  });
});
