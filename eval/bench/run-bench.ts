import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  type Application,
  askQuestion,
  configuredCaller,
  ingestFiles,
  listDocuments,
  loadConfig,
  openApplication,
  searchPassages,
} from '../../app/index.ts';
import { generateDemoPlant } from '../../datasets/index.ts';
import { type Corpus, makeCorpus } from './make-corpus.ts';

export interface Measurement {
  readonly work: string;
  readonly figure: number;
  readonly unit: string;
  /** As the design sets it for this size; absent where it sets none. */
  readonly budget?: { readonly limit: number; readonly better: 'more' | 'less' };
  readonly note: string;
}

export interface BenchReport {
  /** Passages that stood in the index while search and answers were measured. */
  readonly passages: number;
  readonly processors: number;
  /** Processes that wanted a processor, as a mean of the last minute before and after: above `processors`, times are too long. */
  readonly load: readonly [before: number, after: number];
  readonly measurements: readonly Measurement[];
}

export interface BenchOptions {
  /** Size of the generated corpus. */
  readonly passages: number;
  /** Where the public documents are; those that are absent are left out. */
  readonly dataFolder: string;
}

const SEED = 1;
const WARM_UP = 10;
const PUBLIC_PDF = join('dobot-manual-zh', 'dobot_v4_tcp_protocol_zh.pdf');

/** Measures reading, search, answers and start-up on data folders of its own, one thing after the other. Leaves nothing behind. */
export async function runBench(options: BenchOptions, onStep: (step: string) => void, signal: AbortSignal): Promise<BenchReport> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  const before = loadavg()[0] ?? 0;
  try {
    onStep('reading PDF documents');
    const smallest = await measureSmallest(workspace, signal);
    const pdf = await measurePdf(workspace, options.dataFolder, signal);
    onStep('making the corpus');
    const corpus = await makeCorpus(join(workspace, 'corpus'), options.passages, SEED);
    const home = join(workspace, 'home');
    const measured = await withHome(home, async (application) => {
      onStep('reading the corpus');
      const reading = await measureReading(application, corpus, signal);
      const passages = (await listDocuments(application, configuredCaller(application.config))).reduce(
        (sum, { versions }) => sum + (versions[0]?.report?.passages ?? 0),
        0,
      );
      onStep('searching');
      const search = await measureEach(corpus.queries, (query) =>
        searchPassages(application, configuredCaller(application.config), { query, k: 10 }, signal),
      );
      onStep('answering');
      const answers = await measureEach(corpus.questions, (question) =>
        askQuestion(application, configuredCaller(application.config), { question }, signal),
      );
      return { passages, reading, search, answers };
    });
    onStep('starting');
    const start = await measureStart(home, corpus, signal);
    return {
      passages: measured.passages,
      processors: availableParallelism(),
      load: [before, loadavg()[0] ?? 0],
      measurements: [
        smallest,
        ...pdf,
        ...measured.reading,
        ...latencies('search', measured.search, budgetOf(measured.passages, SEARCH_BUDGETS)),
        ...latencies('answer with gate', measured.answers, budgetOf(measured.passages, ANSWER_BUDGETS)),
        start,
        {
          work: 'peak memory',
          figure: process.resourceUsage().maxRSS / 1024,
          unit: 'MB',
          note: 'this process, the reading process not counted',
        },
      ],
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

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

function budgetOf(passages: number, budgets: Budgets): number | undefined {
  return budgets.find(([most]) => passages <= most)?.[1];
}

async function withHome<Out>(home: string, work: (application: Application) => Promise<Out>): Promise<Out> {
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}

/** What every document costs, whatever its size. */
async function measureSmallest(workspace: string, signal: AbortSignal): Promise<Measurement> {
  const path = join(workspace, 'smallest.md');
  await writeFile(path, '# P-101\n');
  return withHome(join(workspace, 'smallest'), async (application) => {
    const read = await timed(() =>
      ingestFiles(application, configuredCaller(application.config), { paths: [path] }, () => undefined, signal),
    );
    return { work: 'smallest document → visible', figure: read.seconds * 1000, unit: 'ms', note: 'most of it starts the reading process' };
  });
}

async function measurePdf(workspace: string, dataFolder: string, signal: AbortSignal): Promise<readonly Measurement[]> {
  const plant = await generateDemoPlant({ seed: SEED, folder: join(workspace, 'plant') });
  const manuals = plant.manifest.documents.filter(({ path }) => path.endsWith('.pdf')).map(({ path }) => join(plant.folder, path));
  const published = join(dataFolder, PUBLIC_PDF);
  const sets = [
    { name: 'PDF, demo manuals', paths: manuals },
    ...(existsSync(published) ? [{ name: 'PDF, public manual (zh)', paths: [published] }] : []),
  ];
  const measurements: Measurement[] = [];
  for (const { name, paths } of sets) {
    measurements.push(
      await withHome(join(workspace, `pdf-${measurements.length}`), async (application) => {
        const read = await timed(() => ingestFiles(application, configuredCaller(application.config), { paths }, () => undefined, signal));
        const pages = read.result.reduce((sum, { version }) => sum + (version.pages ?? 0), 0);
        return {
          work: `${name} → visible`,
          figure: pages / read.seconds,
          unit: 'pages/s',
          budget: { limit: 30, better: 'more' },
          note: `${pages} pages ${spent(read)}; starting the reading process counted`,
        };
      }),
    );
  }
  return measurements;
}

async function measureReading(application: Application, corpus: Corpus, signal: AbortSignal): Promise<readonly Measurement[]> {
  const manuals = await timed(() =>
    ingestFiles(application, configuredCaller(application.config), { paths: corpus.manuals }, () => undefined, signal),
  );
  const read = manuals.result.reduce((sum, { version }) => sum + (version.report?.passages ?? 0), 0);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const log = await timed(() =>
    ingestFiles(application, configuredCaller(application.config), { paths: [corpus.log.path] }, () => undefined, signal),
  );
  loop.disable();
  return [
    {
      work: 'Markdown → visible',
      figure: read / manuals.seconds,
      unit: 'passages/s',
      note: `${corpus.manuals.length} documents, ${read} passages ${spent(manuals)}`,
    },
    {
      work: 'log rows → visible',
      figure: corpus.log.rows / log.seconds,
      unit: 'rows/s',
      budget: { limit: 3_000, better: 'more' },
      note: `${corpus.log.rows} rows ${spent(log)}`,
    },
    {
      work: 'event loop blocked while a log is read',
      figure: loop.max / 1e6,
      unit: 'ms',
      budget: { limit: 50, better: 'less' },
      note: `longest; 99 of 100 below ${(loop.percentile(99) / 1e6).toFixed(0)} ms`,
    },
  ];
}

interface Latencies {
  /** Milliseconds, ascending. */
  readonly walls: readonly number[];
  /** Mean milliseconds of processor time. */
  readonly busy: number;
}

async function measureEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<Latencies> {
  for (const item of items.slice(0, WARM_UP)) await work(item);
  const walls: number[] = [];
  const all = await timed(async () => {
    for (const item of items) walls.push((await timed(() => work(item))).seconds * 1000);
  });
  return { walls: walls.sort((a, b) => a - b), busy: (all.busy * 1000) / items.length };
}

function latencies(work: string, { walls, busy }: Latencies, limit: number | undefined): readonly Measurement[] {
  const at = (share: number): number => walls[Math.min(walls.length - 1, Math.floor(share * walls.length))] ?? 0;
  const note = `${walls.length} measured; processor time ${busy.toFixed(1)} ms each`;
  return [
    { work: `${work}, p50`, figure: at(0.5), unit: 'ms', note },
    { work: `${work}, p95`, figure: at(0.95), unit: 'ms', note, ...(limit === undefined ? {} : { budget: { limit, better: 'less' } }) },
  ];
}

async function measureStart(home: string, corpus: Corpus, signal: AbortSignal): Promise<Measurement> {
  const { seconds } = await timed(() =>
    withHome(home, (application) =>
      searchPassages(application, configuredCaller(application.config), { query: corpus.queries[0] ?? 'pump', k: 10 }, signal),
    ),
  );
  return {
    work: 'start-up to first result',
    figure: seconds * 1000,
    unit: 'ms',
    budget: { limit: 2_000, better: 'less' },
    note: 'opens the data folder and searches once; loading the program not counted',
  };
}

interface Timed<Out> {
  /** On the clock. */
  readonly seconds: number;
  /** Of a processor, in this process. */
  readonly busy: number;
  readonly result: Out;
}

async function timed<Out>(work: () => Promise<Out>): Promise<Timed<Out>> {
  const started = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - started) / 1000, busy: (user + system) / 1e6, result };
}

function spent({ seconds, busy }: Timed<unknown>): string {
  return `in ${seconds.toFixed(1)} s, of which this process worked ${busy.toFixed(1)} s`;
}
