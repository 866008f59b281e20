import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeManual } from '../../../web/test-support/plant-files.ts';
import { runTold } from '../test-support/run-told.ts';

const ORDERS = 'Work order,Asset,Date,Description,Zlpx\nWO-1,P-9,2024-01-02,轴承更换,12\nWO-2,P-9,2024-01-03,bearing hot,14\n';

let folder = '';
const run = (...words: string[]) => runTold(join(folder, 'home'), words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-passages-'));
  await writeFile(join(folder, 'manual.pdf'), await writeManual());
  await writeFile(join(folder, '工单.csv'), ORDERS);
  await run('ingest', join(folder, 'manual.pdf'), join(folder, '工单.csv'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('faultline passages', () => {
  it('tells of each passage its kind, its page with boxes, its id and its words', async () => {
    const { code, out } = await run('passages', 'manual.pdf', '--limit', '3');
    expect(code).toBe(0);
    expect(out).toMatch(/^passages 1 to 3 of \d+\n1\. [a-z ]+, page 1 \[[\d. ]+\].* {2}\(psg_[0-9a-f]{32}\)\n {3}\S/);
  });

  it('tells the same in Chinese, from the passage that is asked for', async () => {
    const { out } = await run('passages', '工单.csv', '--from', '2', '--language', 'zh');
    expect(out).toMatch(/^共 2 个段落，第 2 至 2 个\n2\. 日志记录, 第 2 行记录，文件第 3 行 {2}\(psg_\w+\)/);
  });

  it('names what it does not find', async () => {
    expect(await run('passages', 'nothing.pdf')).toMatchObject({
      out: '',
      note: expect.stringContaining('`faultline documents` lists them'),
    });
  });
});

describe('faultline quality', () => {
  it('tells what was read of a document and what was not, in both languages', async () => {
    const english = await run('quality', 'manual.pdf');
    expect(english.out).toMatch(
      /outcome: visible[\s\S]*passages: \d+, characters: \d+[\s\S]*pages: \d+, with text \d+\npages unread: none/,
    );
    const chinese = await run('quality', '工单.csv', '--language', 'zh');
    expect(chinese.out).toMatch(/结果: visible[\s\S]*行：2，未能完整读取：0\n列：\n[\s\S]*“Zlpx”：含义未知/);
  });
});

describe('faultline doctor', () => {
  it('tells in Chinese what it finds, and refuses another language', async () => {
    const { out } = await run('doctor', '--language', 'zh');
    expect(out).toMatch(/✓ 检索索引与图谱: 检索索引与图谱均为最新/);
    expect(out).not.toMatch(/→ [a-z]/);
    expect((await run('doctor', '--language', 'fr')).note).toContain('FAULTLINE_LANGUAGE: must be zh or en');
  });
});

describe('faultline retention', () => {
  it('says that everything is kept where nothing is set', async () => {
    expect((await run('retention')).out).toBe('everything is kept: no FAULTLINE_KEEP_…_DAYS is set\n');
    expect((await run('retention', '--dry-run', '--language', 'zh')).out).toContain('全部保留');
  });
});
