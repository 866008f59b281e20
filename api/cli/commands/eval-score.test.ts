import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTold } from '../test-support/run-told.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-score-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const TABLE = `question,answer,contexts
What torque?,The torque is 54 N·m.,Tighten the bolts with a torque of 45 N·m.
拧紧力矩是多少？,拧紧力矩为 45 N·m。,螺栓的拧紧力矩为 45 N·m。
What torque?,The torque is 45 N·m.,
What torque?,,The torque is 45 N·m.
`;

it('scores a table of answers by one command, and says of each row that it could not read why', async () => {
  const [table, html, record] = ['answers.csv', 'report.html', join('新', 'run.json')].map((name) => join(folder, name));
  await writeFile(table ?? '', TABLE);
  const words = ['eval', 'score', table ?? '', '--html', html ?? '', '--write', join(folder, '新', 'run.json')];
  const { code, out: said } = await runTold(folder, words);
  expect(code).toBe(65);
  expect(said).toContain('line 2: faithfulness 0.00');
  expect(said).toContain('the source says 45 N·m');
  expect(said).toMatch(/faithfulness \(claims that a context holds\) +50\.0 %/u);
  expect(said).toContain('score: line 4: its contexts are empty');
  expect(said).toContain('score: line 5: its answer is empty');
  expect(said).toMatch(/contradicted \(chance of support 0\.\d\d\): The torque is 54/u);
  expect(said).toContain('score: file: answers.csv\nscore: strictness: balanced');
  const page = await readFile(html ?? '', 'utf8');
  expect(page).toContain('拧紧力矩为 45 N·m。');
  expect(page).toContain('得到支持的可能性');
  expect(page).toMatch(/<li class="dim"><span class="zh" lang="zh">数值：/u);
  expect(page).toContain('answers.csv');
  expect(JSON.parse(await readFile(record ?? '', 'utf8'))).toMatchObject({ format: 'faultline-run-1', suites: [{ suite: 'score' }] });
});

it('gives 66 for a file that is not there, and tries what it shall write before the work begins', async () => {
  const table = join(folder, 'few.csv');
  await writeFile(table, 'frage,answer,contexts\nWas?,Ja.,Ja.\n');
  const score = (...words: readonly string[]) => runTold(folder, ['eval', 'score', ...words]);
  const missing = await score(join(folder, '没有.csv'));
  expect(missing.code).toBe(66);
  expect(missing.note).toContain('没有.csv');
  const unwritable = await score(table, '--html', join(table, 'report.html'));
  expect(unwritable.code).toBe(74);
  expect(unwritable.note).toMatch(/--html: .*a part of that path is a file/u);
  expect(`${missing.note}${unwritable.note}`).not.toContain('answers in');
  const unknown = await score(table, '--question', 'frag');
  expect(unknown.code).toBe(64);
  expect(unknown.note).toContain('line 2: has no field "frag", which --question names; its fields are frage, answer, contexts');
});
