import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTold } from './test-support/run-told.ts';

const QUESTION = 'K-640 地脚螺栓的拧紧力矩是多少？';
const manual = (torque: number) => `# 风机 K-640 手册\n\n## 参数\n\nK-640 地脚螺栓的拧紧力矩为 ${torque} N·m。\n`;
const REGISTER = 'file,document number,revision,effective date\na.md,OM-640,A,2020-01-01\nb.md,OM-640,B,2190-01-01\n';

let folder: string;
const run = (...words: string[]) => runTold(join(folder, 'home'), words);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-as-of-'));
  await mkdir(join(folder, 'files'));
  await writeFile(join(folder, 'files', 'a.md'), manual(120));
  await writeFile(join(folder, 'files', 'b.md'), manual(150));
  await writeFile(join(folder, 'register.csv'), REGISTER);
  const told = await run('ingest', join(folder, 'files'), '--register', join(folder, 'register.csv'));
  if (told.code !== 0) throw new Error(told.out + told.note);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('--as-of', () => {
  it('asks, searches, counts and lists revisions as of a day', async () => {
    expect((await run('ask', QUESTION)).out).toContain('120 N·m');
    expect((await run('ask', QUESTION, '--as-of', '2190-01-01')).out).toContain('150 N·m');
    expect((await run('search', QUESTION)).out).not.toContain('150 N·m');
    expect((await run('search', QUESTION, '--as-of', '2190-01-01')).out).toContain('150 N·m');
    const listed = JSON.parse((await run('documents', '--json')).out) as { document: { id: string } }[];
    const list = async (...words: string[]) => (await run('documents', ...words)).out.match(/Rev\. [AB]/g);
    expect(await list()).toEqual(['Rev. A', 'Rev. B']);
    expect(await list('--as-of', '2189-12-31')).toEqual(['Rev. A']);
    const history = async (...words: string[]) => (await run('documents', '--history', listed[0]?.document.id ?? '', ...words)).out;
    expect(await history()).toMatch(/ valid {2}Rev\. A/);
    expect(await history('--as-of', '2190-01-01')).toMatch(/ valid {2}Rev\. B/);
    expect((await run('records', '--as-of', '2190-01-01')).out).toContain('over 0 rows');
  });

  it('takes a day or an instant and nothing else', async () => {
    for (const words of [
      ['ask', QUESTION],
      ['search', QUESTION],
      ['records'],
      ['documents'],
      ['documents', '--history', `doc_${'0'.repeat(32)}`],
    ]) {
      const told = await run(...words, '--as-of', 'soon');
      expect([told.code, told.note]).toEqual([64, expect.stringContaining('asOf')]);
    }
  });
});
