import { printTable } from '../print-table.ts';
import type { LoadReport } from './measure-load.ts';
import type { Budget, Latencies } from './measurement.ts';
import type { BenchReport, NamedFiles, SizedCorpus } from './run-bench.ts';
import { tabulateFigures } from './tabulate-figures.ts';
import { tabulateStores } from './tabulate-stores.ts';

type Row = readonly [work: string, figure: string, unit: string, budget: string, verdict: string, beside: string];
const HEADER = ['work', 'figure', 'unit', 'budget', '', 'beside it'];

/** What a question may take over HTTP, of its time here. */
const HTTP_SHARE = 1.5;
/** Passages up to which a budget in milliseconds holds. */
type Budgets = readonly (readonly [passages: number, milliseconds: number])[];
const SEARCH_BUDGETS: Budgets = [
  [12_000, 15],
  [120_000, 50],
  [1_200_000, 150],
];
const ANSWER_BUDGETS: Budgets = [
  [12_000, 60],
  [120_000, 150],
];
const START_BUDGETS: Budgets = [[120_000, 2_000]];
const MOST_MEMORY_BETWEEN_LOGS = 50;
/** A call past its deadline, and one that waits behind such a call until it begins: its own time comes on top. */
const DEADLINE_BUDGET: Budget = { limit: 250, better: 'less' };

/** All figures beside their budgets and peers, part by part. */
export function tabulateBench(report: BenchReport): string {
  const { processors, load, files, underLoad, corpora, stores = [], figures } = report;
  const busiest = Math.max(...load);
  const sections = [
    `${processors} processors; load ${load.map((value) => value.toFixed(1)).join(' → ')}${busiest > processors ? ' (others were at work: times are too long)' : ''}`,
    ...(files.length === 0 ? [] : [printTable(HEADER, [...files.flatMap(fileRows), ...memoryRows(files)])]),
    ...(underLoad === undefined ? [] : [printTable(HEADER, loadRows(underLoad))]),
    ...corpora.map((corpus) => printTable(HEADER, corpusRows(corpus))),
    ...(stores.length === 0 ? [] : [tabulateStores(stores)]),
    ...(figures === undefined ? [] : [tabulateFigures(figures)]),
    ...(corpora.length < 2 ? [] : [printTable(GROWTH_HEADER, corpora.map(growthRow))]),
  ];
  return sections.join('\n\n');
}

function fileRows(file: NamedFiles): Row[] {
  const { name, pages, rows, passages, seconds, aloneSeconds, peakMegabytes } = file;
  const said = `${[pages > 0 ? `${pages} pages` : '', rows > 0 ? `${rows} rows` : '', `${passages} passages`].filter((part) => part !== '').join(', ')} in ${seconds.toFixed(1)} s, starting the program included`;
  const isLarge = pages >= 1_000 || rows > 0;
  const speed: Row =
    pages > 0
      ? row(
          `${name} → visible`,
          pages / seconds,
          'pages/s',
          { limit: 30, better: 'more' },
          aloneSeconds === undefined
            ? said
            : `${said}; the parser library alone reads the text of ${(pages / aloneSeconds).toFixed(0)} pages/s`,
        )
      : rows > 0
        ? row(`${name} → visible`, rows / seconds, 'rows/s', { limit: 3_000, better: 'more' }, said)
        : row(`${name} → visible`, seconds * 1000, 'ms', undefined, 'starting the program included');
  if (!isLarge || peakMegabytes === undefined) return [speed];
  const budget: Budget | undefined = pages >= 1_000 ? { limit: 500, better: 'less' } : undefined;
  return [speed, row(`${name}: peak memory`, peakMegabytes, 'MB', budget, 'all processes together')];
}

function memoryRows(files: readonly NamedFiles[]): Row[] {
  const [shorter, longer] = files.filter(({ rows, peakMegabytes }) => rows > 0 && peakMegabytes !== undefined);
  if (shorter?.peakMegabytes === undefined || longer?.peakMegabytes === undefined) return [];
  const more = longer.peakMegabytes - shorter.peakMegabytes;
  return [row(`${longer.name} above ${shorter.name}: peak memory`, more, 'MB', { limit: MOST_MEMORY_BETWEEN_LOGS, better: 'less' }, '')];
}

function loadRows(load: LoadReport): Row[] {
  const said = `${load.searches} searches, ${load.answers} answers in ${load.seconds.toFixed(0)} s, ${load.failed} failed`;
  return [
    row('search while large files are read, p50', load.searchP50, 'ms', undefined, said),
    row('search while large files are read, p95', load.searchP95, 'ms', undefined, ''),
    row('answer while large files are read, p95', load.answerP95, 'ms', undefined, ''),
    row('/livez while large files are read, p95', load.liveP95, 'ms', undefined, `longest ${load.liveMost.toFixed(0)} ms`),
    ...(load.loopMost === undefined
      ? []
      : [row('event loop of the service, longest delay', load.loopMost, 'ms', { limit: 50, better: 'less' }, 'by /metrics')]),
    ...(load.peakMegabytes === undefined
      ? []
      : [row('memory of the service, peak', load.peakMegabytes, 'MB', undefined, 'all processes together')]),
  ];
}

function corpusRows({
  passages,
  manuals,
  log,
  search,
  plain,
  answers,
  openAnswers,
  http,
  start,
  deadlines,
  diskMegabytes,
}: SizedCorpus): Row[] {
  const cpu = (latencies: { readonly measured: number; readonly busy: number }) =>
    `${latencies.measured} measured; ${latencies.busy.toFixed(1)} ms of processor time each`;
  const behind: Budget = { ...DEADLINE_BUDGET, limit: DEADLINE_BUDGET.limit + deadlines.alone };
  return [
    row(`${passages} passages: Markdown → visible`, manuals.count / manuals.seconds, 'passages/s', undefined, `${manuals.count} passages`),
    row('log rows → visible', log.count / log.seconds, 'rows/s', { limit: 3_000, better: 'more' }, `${log.count} rows`),
    row('search, p50', search.p50, 'ms', undefined, `plain BM25: ${plain.p50.toFixed(1)} ms`),
    row('search, p95', search.p95, 'ms', budgetOf(passages, SEARCH_BUDGETS), `plain BM25: ${plain.p95.toFixed(1)} ms; ${cpu(search)}`),
    ...answerRows(passages, 'answer with gate', answers, http.answers, cpu(answers)),
    ...answerRows(passages, 'answer to a question of any form', openAnswers, http.openAnswers, cpu(openAnswers)),
    row(
      'start-up to first result',
      start.firstResultMilliseconds,
      'ms',
      budgetOf(passages, START_BUDGETS),
      `of which the program ${start.programMilliseconds.toFixed(0)} ms`,
    ),
    row(
      `past a deadline of ${deadlines.allowed} ms, most`,
      deadlines.mostPast,
      'ms',
      DEADLINE_BUDGET,
      `${deadlines.ended} of ${deadlines.asked} long questions ended by it`,
    ),
    row('search behind two long questions, most', deadlines.behind, 'ms', behind, `alone ${deadlines.alone.toFixed(0)} ms`),
    row('search behind two whose callers left, most', deadlines.behindLeft, 'ms', behind, ''),
    row('memory after the first search', start.residentMegabytes, 'MB', undefined, ''),
    row(
      'on disk',
      diskMegabytes.ledger + diskMegabytes.graph + diskMegabytes.search,
      'MB',
      undefined,
      `ledger ${diskMegabytes.ledger.toFixed(0)}, graph ${diskMegabytes.graph.toFixed(0)}, search ${diskMegabytes.search.toFixed(0)}`,
    ),
  ];
}

function answerRows(passages: number, work: string, here: Latencies, overHttp: Latencies, beside: string): Row[] {
  const budget = budgetOf(passages, ANSWER_BUDGETS);
  const httpBudget: Budget | undefined = budget === undefined ? undefined : { ...budget, limit: budget.limit * HTTP_SHARE };
  return [
    row(`${work}, p50`, here.p50, 'ms', undefined, `over HTTP: ${overHttp.p50.toFixed(1)} ms`),
    row(`${work}, p95`, here.p95, 'ms', budget, beside),
    row(`${work}, over HTTP, p95`, overHttp.p95, 'ms', httpBudget, ''),
  ];
}

const GROWTH_HEADER = ['passages', 'search p95 ms', 'plain BM25 p95 ms', 'answer p95 ms', 'start ms', 'memory MB', 'disk bytes a passage'];

function growthRow({ passages, search, plain, answers, start, diskMegabytes }: SizedCorpus): (string | number)[] {
  const disk = diskMegabytes.ledger + diskMegabytes.graph + diskMegabytes.search;
  return [
    passages,
    round(search.p95),
    round(plain.p95),
    round(answers.p95),
    round(start.firstResultMilliseconds),
    round(start.residentMegabytes),
    Math.round((disk * 1e6) / Math.max(1, passages)),
  ];
}

function row(work: string, figure: number, unit: string, budget: Budget | undefined, beside: string): Row {
  const said = budget === undefined ? '' : `${budget.better === 'more' ? '≥' : '≤'} ${budget.limit}`;
  const isMet = budget === undefined || (budget.better === 'more' ? figure >= budget.limit : figure <= budget.limit);
  return [work, String(round(figure)), unit, said, budget === undefined ? '' : isMet ? 'met' : 'missed', beside];
}

function budgetOf(passages: number, budgets: Budgets): Budget | undefined {
  const limit = budgets.find(([most]) => passages <= most)?.[1];
  return limit === undefined ? undefined : { limit, better: 'less' };
}

function round(figure: number): number {
  return figure >= 100 ? Math.round(figure) : Math.round(figure * 10) / 10;
}
