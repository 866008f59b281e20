import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../run-command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-gate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const out: string[] = [];
const notes: string[] = [];
const line = {
  out: (text: string) => void out.push(text),
  note: (text: string) => void notes.push(text),
  isTerminal: false,
  startedAs: 'faultline',
  isInteractive: false,
  secret: async () => '',
  signal: new AbortController().signal,
};

/** One suite with one metric. */
function runWith(value: number, isGuarded = true, name = 'gold'): string {
  const title = { zh: '', en: 'right' };
  const metrics = [{ name: 'right', title, statistic: 'mean', better: 'higher', unit: 'share', isGuarded }];
  const measures = [{ metric: 'right', by: 'all', group: '', cases: 1, value }];
  const cases = [{ id: 'q1', language: 'zh', form: 'value', outcome: 'wrong', isGood: value === 1, values: { right: value } }];
  const suite = { suite: name, title, corpus: 'c', scoresAre: 'none', metrics, measures, cases, problems: [] };
  return JSON.stringify({ format: 'faultline-run-1', version: '1', at: '', seed: 1, configuration: '', suites: [suite] });
}

it('ends with exit code 1 and names what fell, passes what did not, and makes a run the baseline when told', async () => {
  const [baseline, good, bad] = ['baseline.json', 'good.json', 'bad.json'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(baseline, JSON.stringify({ format: 'faultline-baseline-1', version: '', tolerance: 0.02, tolerances: {}, suites: {} }));
  await writeFile(good, runWith(1));
  await writeFile(bad, runWith(0));
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

describe('a baseline', () => {
  const paths = () => ['base.json', 'gold.json', 'score.json'].map((name) => join(folder, name)) as [string, string, string];
  const gate = (report: string, baseline: string, ...more: readonly string[]) =>
    runCommandLine(['eval', 'gate', report, '--baseline', baseline, '--home', folder, ...more], line);

  it('is made where there is none, says what it holds, and keeps what a later run has not', async () => {
    const [base, gold, score] = paths();
    await writeFile(gold, runWith(1));
    await writeFile(score, runWith(1, true, 'score'));
    expect(await gate(gold, base)).toBe(66);
    expect(notes.at(-1)).toContain('Make a first one of this run');
    expect(await gate(gold, base, '--accept')).toBe(0);
    expect(out.at(-1)).toBe(`${base} was written:\n  gold: 1 numbers, 0 cases that are not well (new)\n`);
    expect(await gate(score, base, '--accept')).toBe(0);
    expect(out.at(-1)).toContain('as they were: gold');
    expect(Object.keys(JSON.parse(await readFile(base, 'utf8')).suites)).toEqual(['gold', 'score']);
    expect(await gate(gold, base)).toBe(1);
    expect(out.at(-1)).toBe('score: was not run\n');
  });

  it('is not made of a record without a number to hold, but of those that are named', async () => {
    const [base, , score] = paths();
    await rm(base, { force: true });
    await writeFile(score, runWith(0.9, false, 'score'));
    expect(await gate(score, base, '--accept')).toBe(65);
    expect(notes.at(-1)).toContain('--hold score/right');
    expect(await gate(score, base, '--accept', '--hold', 'score/faith')).toBe(64);
    expect(notes.at(-1)).toContain('it has score/right');
    await expect(readFile(base, 'utf8')).rejects.toThrow('ENOENT');
    expect(await gate(score, base, '--accept', '--hold', 'score/right')).toBe(0);
    await writeFile(score, runWith(0.5, false, 'score'));
    expect(await gate(score, base)).toBe(1);
    expect(await gate(score, base, '--hold', 'score/right')).toBe(64);
    await writeFile(score, runWith(0.95, false, 'score'));
    expect(await gate(score, base, '--accept')).toBe(0);
    expect(JSON.parse(await readFile(base, 'utf8')).suites.score.values).toEqual({ right: 0.95 });
  });

  it('that holds nothing lets nothing pass', async () => {
    const [base, gold] = paths();
    await writeFile(base, JSON.stringify({ format: 'faultline-baseline-1', version: '', tolerance: 0.02, tolerances: {}, suites: {} }));
    await writeFile(gold, runWith(1));
    expect(await gate(gold, base)).toBe(65);
    expect(notes.at(-1)).toMatch(/holds no number, so nothing was compared/u);
  });

  it('and a record that are not there are named', async () => {
    const [base, gold] = paths();
    expect(await gate(join(folder, 'none.json'), base)).toBe(66);
    expect(await runCommandLine(['eval', 'compare', join(folder, 'none.json'), gold, '--home', folder], line)).toBe(66);
    expect(notes.at(-1)).toContain('none.json');
  });
});
