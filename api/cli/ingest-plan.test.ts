import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuredCaller, ingestFiles, loadConfig, openApplication } from '../../app/index.ts';
import { runTold } from './test-support/run-told.ts';

const MINUTES = 900_000;
const manual = (torque: number, revision: string) =>
  `---\ntitle: 泵手册\ndocument number: OM-7\nrevision: ${revision}\n---\n\n# 泵 P-7\n\nP-7 螺栓的拧紧力矩为 ${torque} N·m。\n`;

let folder = '';
let home = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-plan-'));
  home = join(folder, 'home');
  await mkdir(join(folder, 'plant'));
  const write = (name: string, content: string | Buffer) => writeFile(join(folder, 'plant', name), content);
  await write('手册-A.md', manual(40, 'A'));
  await write('notes.txt', 'P-7 runs well.\n');
  await write('picture.gif', Buffer.from('47494638396101000100800000', 'hex'));
  await write(
    'register.csv',
    '文件,编号,版次,权威级别,标签\n手册-A.md,OM-7,A,approved-manual,\nnotes.txt,,,nobody,night\nabsent.pdf,OM-9,,,\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runTold(home, words);

async function bytesOfHome(): Promise<readonly string[]> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/-(?:shm|wal)$/.test(entry.name));
  const lines = await Promise.all(
    files.map(
      async ({ parentPath, name }) =>
        `${join(parentPath, name)} ${createHash('sha256')
          .update(await readFile(join(parentPath, name)))
          .digest('hex')}`,
    ),
  );
  return lines.sort();
}

describe('ingest of a folder', () => {
  it('tells what was not read apart, and last how many there were, in both languages', { timeout: MINUTES }, async () => {
    const plant = join(folder, 'mixed');
    await mkdir(plant);
    await writeFile(join(plant, 'a.pdf'), '%PDF-1.7 broken');
    await writeFile(join(plant, 'pump.txt'), 'Pump P-7 runs well.');
    await writeFile(join(plant, '泵.txt'), '水泵 P-7 运行正常。');
    for (const [language, apart, totals] of [
      ['en', 'not read:', '3 files: 2 read, 1 not read'],
      ['zh', '未读取：', '3 个文件：2 个已读取，1 个未读取'],
    ]) {
      const { out } = await runTold(join(folder, `mixed-${language}`), ['ingest', plant, '--language', language ?? '']);
      expect(out.split('\n').map((one) => one.split('\t').slice(0, 2).join(' '))).toEqual([
        'visible mixed/pump.txt',
        'visible mixed/泵.txt',
        '',
        apart,
        'damaged mixed/a.pdf',
        '',
        totals,
        '',
      ]);
    }
  });

  it('says so where there is nothing to read', { timeout: MINUTES }, async () => {
    const plant = join(folder, 'nothing');
    await mkdir(plant);
    await writeFile(join(plant, '.hidden.txt'), 'Pump P-7 runs well.');
    const told = await runTold(join(folder, 'nothing-home'), ['ingest', plant]);
    expect([told.code, told.out]).toEqual([66, '']);
    expect(told.note).toContain('There is no document in');
  });

  it.each([
    ['plant-zh', '泵.txt', '水泵 P-7 运行正常。'],
    ['plant-en', 'pump.txt', 'Pump P-7 runs well.'],
  ])(
    'reads %s past what is no file, lists that with its reason and says by its exit code that it is not all',
    {
      timeout: MINUTES,
    },
    async (name, file, text) => {
      const plant = join(folder, name);
      const other = join(folder, `${name}-home`);
      await mkdir(plant);
      await writeFile(join(plant, file), text);
      await writeFile(join(plant, 'two\nlines.txt'), text);
      await writeFile(Buffer.concat([Buffer.from(`${plant}/`), Buffer.of(0xb1, 0xc3), Buffer.from('.txt')]), text);
      execFileSync('mkfifo', [join(plant, 'pipe')]);
      await symlink(join(folder, 'nowhere'), join(plant, 'nowhere.txt'));
      for (const dry of [['--dry-run'], []]) {
        const told = await runTold(other, ['ingest', plant, '/dev/zero', ...dry]);
        expect(told.code).toBe(65);
        expect(told.out).toMatch(new RegExp(`^(?:new|visible)\t${name}/${file}`, 'm'));
        for (const left of [
          `${name}/pipe\tspecial`,
          `${name}/nowhere.txt\tunreadable`,
          'zero\tspecial',
          `${name}/two\\u000alines.txt\tname`,
        ])
          expect(told.out).toContain(`left-out\t${left}: `);
        expect(told.out.match(/^left-out\t/gm)).toHaveLength(5);
      }
      const json = await runTold(other, ['ingest', plant, '--json']);
      expect(json.code).toBe(65);
      expect(JSON.parse(json.out)).toMatchObject({ files: [{ uri: `${name}/${file}` }], leftOut: [{}, {}, {}, { kind: 'name' }] });
    },
  );

  it('takes no more of a file than a document may have', { timeout: MINUTES }, async () => {
    const large = join(folder, 'large.txt');
    await writeFile(large, 'P-7 runs well.\n'.repeat(2));
    const application = await openApplication(loadConfig({ home: join(folder, 'small'), maxUploadBytes: 20, logLevel: 'silent' }, {}));
    try {
      const caller = configuredCaller(application.config);
      const taken = await ingestFiles(application, caller, { paths: [large] }, () => undefined, new AbortController().signal);
      expect(taken).toMatchObject({ files: [], leftOut: [{ uri: 'large.txt', kind: 'too-large' }] });
    } finally {
      await application.close();
    }
  });

  it('says beforehand what would become of each file, and makes not even the data folder', { timeout: MINUTES }, async () => {
    const { code, out, note } = await run(
      'ingest',
      join(folder, 'plant'),
      '--register',
      join(folder, 'plant', 'register.csv'),
      '--dry-run',
    );
    expect(code).toBe(0);
    expect(note).toMatch(/^plant\/手册-A\.md: survey \(\d of \d files\)$/m);
    expect(out).toMatch(/^new\tplant\/手册-A\.md\tRev\. A$/m);
    expect(out).toMatch(/^unreadable\tplant\/picture\.gif\tunsupported-format: .+$/m);
    expect(out).toMatch(/^1 new, 1 unreadable; nothing was written$/m);
    expect(out).toMatch(/^register line 3: "nobody" is no authority.*\(notes\.txt: not taken in\)$/m);
    expect(out).toMatch(/^no row of the register names plant\/picture\.gif$/m);
    expect(out).toMatch(/^register line 4: there is no file "absent\.pdf"$/m);
    expect(out).not.toContain('plant/register.csv');
    expect(existsSync(home)).toBe(false);
  });

  it('takes the good rows of a register for its documents and holds back the files of bad ones', { timeout: MINUTES }, async () => {
    const { out } = await run('ingest', join(folder, 'plant'), '--register', join(folder, 'plant', 'register.csv'));
    expect(out).toMatch(/^visible\tplant\/手册-A\.md\tnew/m);
    expect(out).not.toMatch(/^\S+\tplant\/notes\.txt/m);
    const listed = JSON.parse((await run('documents', '--json')).out) as { versions: { documentNumber?: string; authority: string }[] }[];
    expect(listed.map(({ versions }) => [versions[0]?.documentNumber, versions[0]?.authority])).toContainEqual(['OM-7', 'approved-manual']);
  });

  it('tells duplicates, revisions and their place, and writes nothing', { timeout: MINUTES }, async () => {
    const later = join(folder, 'later');
    await mkdir(later);
    await writeFile(join(later, '手册-B.md'), manual(45, 'B'));
    await writeFile(join(later, 'copy.md'), manual(40, 'A'));
    await writeFile(join(later, 'r.csv'), 'file,number,rev,authority\n手册-B.md,om 7,B,approved-manual\ncopy.md,OM-7,0,approved-manual\n');
    const before = await bytesOfHome();
    const { out } = await run(
      'ingest',
      later,
      join(folder, 'plant'),
      '--register',
      join(later, 'r.csv'),
      '--dry-run',
      '--authority',
      'log',
    );
    expect(out).toMatch(/^superseding\tlater\/手册-B\.md\tRev\. B\tin place of Rev\. A of .+ \(plant\/手册-A\.md\)$/m);
    expect(out).toMatch(/^older\tlater\/copy\.md\tRev\. 0\tolder than Rev\. B of .+$/m);
    expect(out).toMatch(/^duplicate\tplant\/手册-A\.md/m);
    expect(await bytesOfHome()).toEqual(before);
  });
});
