import { describe, expect, it } from 'vitest';
import { compareRuns } from '../compare-runs.ts';
import { makeRunRecord } from '../make-run-record.ts';
import { makeSuiteRecord, skippedSuite } from '../make-suite-record.ts';
import type { CaseRecord, MetricDefinition } from '../run-record.ts';
import { writeRunPage } from './write-run-page.ts';

const metric = (name: string, statistic: MetricDefinition['statistic'] = 'mean'): MetricDefinition => ({
  name,
  title: { zh: `指标 ${name}`, en: name },
  statistic,
  better: 'higher',
  unit: 'share',
  isGuarded: true,
});
const one = (id: string, form: string, right: number): CaseRecord => ({
  id,
  language: right === 1 ? 'zh' : 'en',
  form,
  outcome: right === 1 ? 'right' : 'wrong',
  isGood: right === 1,
  values: { right },
  scored: { score: right === 1 ? 0.9 : 0.4, isSupported: right === 1 },
  shown: {
    question: `<script>alert("${id}")</script>`,
    answer: '关闭阀门 & wait',
    expected: 'closed',
    evidence: [{ source: 'manual.pdf p. 2', text: '关闭阀门' }],
    claims: [{ text: '关闭阀门', verdict: 'contradicted', score: 0.2, reasons: ['quantity: 2'] }],
    notes: [],
  },
});
const suite = makeSuiteRecord(
  {
    suite: 'gold',
    title: { zh: '金标', en: 'gold' },
    corpus: 'abc',
    scoresAre: 'chances',
    metrics: [metric('right'), metric('never'), metric('auroc', 'auroc')],
    cases: [one('q2', 'value', 0), one('q1', 'cause', 1), one('q3', 'cause', 1)],
    problems: ['line 3: <b>bad</b>'],
  },
  1,
);
const run = makeRunRecord({ version: '1', at: 0, seed: 1, configuration: 'c' }, [
  suite,
  skippedSuite({ suite: 'field', title: { zh: '现场', en: 'field' } }, 'no data'),
]);
const page = writeRunPage(run);

describe('writeRunPage', () => {
  it('says below that no model worded it, in both languages', () => {
    expect(page).toMatch(
      /<p class="dim"><span class="zh" lang="zh">由程序汇编.*<span class="en" lang="en">Put together by program.*<\/main>/u,
    );
  });

  it('leads from every number to the cases behind it, and from there to what was asked and answered', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((id) => !ids.has(id ?? ''))).toEqual([]);
    expect(page).toMatch(/<td class="number"><a href="#s0m0">66\.7 %<\/a>/u);
    expect(page).toMatch(/<div id="s0m0f0"><h4>cause.*?<a href="#s0c1">q1/su);
    expect(page).toMatch(/<div id="s0c0"><dl><dt>.*?manual\.pdf p\. 2/su);
  });

  it('tells what does not apply from zero, and what was not run from what failed', () => {
    expect(page).toMatch(/>never<\/span><\/th><td class="number dim"><span class="zh" lang="zh">不适用/u);
    expect(page).toContain('no data');
  });

  it('shows texts as texts, loads nothing and runs no script', () => {
    expect(page).not.toMatch(/<script|<b>bad|<link|<img|src=|url\(|@import|https?:/iu);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain("default-src 'none'");
  });

  it('draws risk over coverage, reliability and bars with intervals as pictures in the page', () => {
    expect(page).toContain('aria-label="Risk over coverage · 风险–覆盖曲线"');
    expect(page).toContain('aria-label="Reliability of scores · 分数可靠性"');
    expect(page).toContain('aria-label="right · 指标 right"');
  });

  it('is the same for the same run', () => {
    expect(writeRunPage(run)).toBe(page);
  });
});

describe('a page with an earlier run', () => {
  it('says how each figure differs and which cases came out otherwise, and nothing of it without one', () => {
    const before = suite.cases.map((given) => (given.id === 'q1' ? one('q1', 'cause', 0) : given));
    const { cases: _, measures: __, ...head } = suite;
    const earlier = makeRunRecord({ version: '0', at: 0, seed: 1, configuration: 'c' }, [makeSuiteRecord({ ...head, cases: before }, 1)]);
    const compared = writeRunPage(run, compareRuns(earlier, run, 1));
    expect(compared).toMatch(/id="comparison".*Against an earlier run/u);
    expect(compared).toContain('gold q1: wrong → right');
    expect(compared).toContain('与较早一次运行的比较');
    expect(page).not.toContain('id="comparison"');
  });
});
