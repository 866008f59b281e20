import { expect, test } from 'vitest';
import { performancePage } from './performance-page.ts';
import type { BenchReport } from './run-bench.ts';
import { tabulateBench } from './tabulate-bench.ts';

const LATENCIES = { measured: 120, p50: 4, p95: 14.94, busy: 5 };
const REPORT: BenchReport = {
  processors: 2,
  load: [0.1, 1.9],
  files: [
    { name: 'PDF of 1000 pages', pages: 1000, rows: 0, passages: 9000, seconds: 40, aloneSeconds: 10, peakMegabytes: 510 },
    { name: 'log of 100000 rows', pages: 0, rows: 100_000, passages: 100_000, seconds: 50, peakMegabytes: 400 },
    { name: 'log of 500000 rows', pages: 0, rows: 500_000, passages: 500_000, seconds: 100, peakMegabytes: 440 },
  ],
  corpora: [10_000, 100_000].map((passages) => ({
    asked: passages,
    passages,
    manuals: { count: passages / 2, seconds: 10 },
    log: { count: passages / 2, seconds: 10 },
    search: LATENCIES,
    answers: { ...LATENCIES, p95: 200 },
    openAnswers: { ...LATENCIES, p95: 60 },
    http: { answers: LATENCIES, openAnswers: { ...LATENCIES, p95: 100 } },
    plain: { ...LATENCIES, buildSeconds: 1 },
    diskMegabytes: { ledger: 10, graph: 5, search: 5 },
    deadlines: { allowed: 300, asked: 24, ended: 20, mostPast: 40, alone: 9, behind: 120, behindLeft: 90 },
    start: { programMilliseconds: 300, firstResultMilliseconds: 900, residentMegabytes: 200 },
  })),
};

test('every figure stands beside its budget and its peer, met or missed by the measured value', () => {
  const page = performancePage(REPORT, { version: '1.2.3', at: new Date(Date.UTC(2026, 0, 2)) });
  const line = (start: string) => page.split('\n').find((one) => one.startsWith(start)) ?? '';
  expect(line('PDF of 1000 pages → visible')).toMatch(/25 +pages\/s +≥ 30 +missed .*alone reads the text of 100 pages\/s/);
  expect(line('PDF of 1000 pages: peak memory')).toMatch(/510 +MB +≤ 500 +missed/);
  expect(line('log of 500000 rows → visible')).toMatch(/5000 +rows\/s +≥ 3000 +met/);
  expect(line('log of 500000 rows above')).toMatch(/40 +MB +≤ 50 +met/);
  expect(page.match(/answer with gate, p95 .* missed/g)).toHaveLength(2);
  expect(page.match(/answer to a question of any form, p95 .* ≤ (?:60|150) +met/g)).toHaveLength(2);
  expect(page.match(/answer to a question of any form, over HTTP, p95 .* ≤ 90 +missed/g)).toHaveLength(1);
  expect(page.match(/answer to a question of any form, over HTTP, p95 .* ≤ 225 +met/g)).toHaveLength(1);
  expect(line('search, p95')).toMatch(/14\.9 +ms +≤ 15 +met +plain BM25/);
  expect(page).toContain('on 2026-01-02');
});

test('a machine on which others were at work is said to be one', () => {
  expect(performancePage({ ...REPORT, load: [0, 9] }, { version: '1', at: new Date(0) })).toContain('others were at work');
});

test('stores stand as files and on servers side by side, held to the budgets of the servers', () => {
  const form = (name: 'files' | 'servers', edges: number) => ({
    form: name,
    rates: { 'edges/s': edges },
    latencies: { '2 hops': LATENCIES },
  });
  const page = performancePage(
    { ...REPORT, stores: [form('files', 20_000), form('servers', 9_000)] },
    { version: '1.2.3', at: new Date(0) },
  );
  expect(page).toMatch(/edges\/s +20000 +9000 +≥ 10000 on servers: missed/);
  expect(page).toMatch(/2 hops, p50 \/ p95 ms +4.0 \/ 14.9 +4.0 \/ 14.9/);
});

test('questions for figures are held to what a question may take, both when asked first and again', () => {
  const asked = { decision: 'answered', firstBusy: 1, again: 2, againBusy: 1 };
  const questions = [
    { question: 'How many?', first: 3, ...asked },
    { question: '有多少？', first: 21, ...asked },
  ];
  const text = tabulateBench({ ...REPORT, figures: { rows: 1_000_000, ingestSeconds: 300, allowed: 20, questions } });
  expect(text).toMatch(/figures over 1000000 rows/);
  expect(text).toMatch(/How many\? .* ≤ 20: met/);
  expect(text).toMatch(/有多少？ .* ≤ 20: missed/);
});
