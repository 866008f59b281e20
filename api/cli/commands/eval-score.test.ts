import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../run-command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-score-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const TABLE = `question,answer,contexts
What torque?,The torque is 54 N·m.,Tighten the bolts with a torque of 45 N·m.
拧紧力矩是多少？,拧紧力矩为 45 N·m。,螺栓的拧紧力矩为 45 N·m。
What torque?,The torque is 45 N·m.,
`;

it('scores a table of answers by one command, and says of each row that it could not read why', async () => {
  const [table, html, record] = ['answers.csv', 'report.html', 'run.json'].map((name) => join(folder, name));
  await writeFile(table ?? '', TABLE);
  const out: string[] = [];
  const line = {
    out: (text: string) => void out.push(text),
    note: () => undefined,
    isTerminal: false,
    isInteractive: false,
    secret: async () => '',
    signal: new AbortController().signal,
  };
  const words = ['eval', 'score', table ?? '', '--html', html ?? '', '--write', record ?? '', '--home', folder];
  expect(await runCommandLine(words, line)).toBe(65);
  const said = out.join('');
  expect(said).toContain('line 2: faithfulness 0.00');
  expect(said).toContain('the source says 45 N·m');
  expect(said).toMatch(/faithfulness \(claims that a context holds\) +50\.0 %/u);
  expect(said).toContain('score: line 4: its contexts are empty');
  expect(await readFile(html ?? '', 'utf8')).toContain('拧紧力矩为 45 N·m。');
  expect(JSON.parse(await readFile(record ?? '', 'utf8'))).toMatchObject({ format: 'faultline-run-1', suites: [{ suite: 'score' }] });
});
