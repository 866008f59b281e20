import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../run-command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-gate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One suite with one metric. */
function runWith(value: number): string {
  const title = { zh: '', en: 'right' };
  const metrics = [{ name: 'right', title, statistic: 'mean', better: 'higher', unit: 'share', isGuarded: true }];
  const measures = [{ metric: 'right', by: 'all', group: '', cases: 1, value }];
  const cases = [{ id: 'q1', language: 'zh', form: 'value', outcome: 'wrong', isGood: value === 1, values: { right: value } }];
  const suite = { suite: 'gold', title, corpus: 'c', scoresAre: 'none', metrics, measures, cases, problems: [] };
  return JSON.stringify({ format: 'faultline-run-1', version: '1', at: '', seed: 1, configuration: '', suites: [suite] });
}

it('ends with exit code 1 and names what fell, passes what did not, and makes a run the baseline when told', async () => {
  const [baseline, good, bad] = ['baseline.json', 'good.json', 'bad.json'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(baseline, JSON.stringify({ format: 'faultline-baseline-1', version: '', tolerance: 0.02, tolerances: {}, suites: {} }));
  await writeFile(good, runWith(1));
  await writeFile(bad, runWith(0));
  const out: string[] = [];
  const line = {
    out: (text: string) => void out.push(text),
    note: () => undefined,
    isTerminal: false,
    isInteractive: false,
    secret: async () => '',
    signal: new AbortController().signal,
  };
  const gate = (report: string, ...more: readonly string[]) =>
    runCommandLine(['eval', 'gate', report, '--baseline', baseline, '--home', folder, ...more], line);
  expect(await gate(good, '--accept')).toBe(0);
  expect(JSON.parse(await readFile(baseline, 'utf8'))).toMatchObject({ tolerance: 0.02, suites: { gold: { values: { right: 1 } } } });
  expect(await gate(good)).toBe(0);
  expect(await gate(bad)).toBe(1);
  expect(out.at(-1)).toBe('gold/right: was 100.0 %, is 0.0 %; 2.0 % are allowed\ngold: newly not well: q1 (wrong)\n');
  expect(await runCommandLine(['eval', 'compare', good, bad, '--home', folder], line)).toBe(0);
  expect(out.at(-1)).toContain('worse: gold q1');
});
