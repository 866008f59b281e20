import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { generateBinder, generateDemoPlant } from '../../datasets/index.ts';
import { makeCorpus } from './make-corpus.ts';
import { makeLog } from './make-log.ts';
import { type CorpusReport, corpusReportShape } from './measure-corpus.ts';
import { type DeadlinesReport, deadlinesReportShape } from './measure-deadlines.ts';
import { type FiguresReport, figuresReportShape } from './measure-figures.ts';
import { type FilesReport, measureFiles } from './measure-files.ts';
import { type LoadReport, measureLoad } from './measure-load.ts';
import { type StartReport, startReportShape } from './measure-start.ts';
import { measureStoreForms, type StoreForm } from './measure-store-forms.ts';
import { runProgram } from './program.ts';

/** What is measured unless parts are named. */
export const USUAL_PARTS = ['files', 'load', 'corpora', 'stores'] as const;
export const BENCH_PARTS = [...USUAL_PARTS, 'figures'] as const;
export type BenchPart = (typeof BENCH_PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly BenchPart[];
  /** Sizes of the generated corpora, in passages. */
  readonly sizes: readonly number[];
  /** Rows of the log over which figures are asked. */
  readonly rows: number;
  /** Where the public documents are; those that are absent are left out. */
  readonly dataFolder: string;
  /** Whether the environment names servers for all stores, to be measured beside the files. */
  readonly hasServers: boolean;
}

export interface NamedFiles extends FilesReport {
  readonly name: string;
  /** The parser library alone on the same files: seconds to read the text of all pages. */
  readonly aloneSeconds?: number;
}

export interface SizedCorpus extends CorpusReport {
  readonly start: StartReport;
  readonly deadlines: DeadlinesReport;
}

export interface BenchReport {
  readonly processors: number;
  /** Processes that wanted a processor, as a mean of the last minute, before the first part and after the last. */
  readonly load: readonly [before: number, after: number];
  readonly files: readonly NamedFiles[];
  readonly underLoad?: LoadReport;
  readonly corpora: readonly SizedCorpus[];
  readonly stores?: readonly StoreForm[];
  readonly figures?: FiguresReport;
}

const SEED = 1;
const PUBLIC_PDF = join('dobot-manual-zh', 'dobot_v4_tcp_protocol_zh.pdf');
const BINDER_PAGES = 1_000;
const LOG_ROWS = [100_000, 500_000] as const;
/** Passages that are there already while large files are read. */
const LOADED_PASSAGES = 10_000;

/** Measures part by part, each in processes and data folders of its own. Leaves nothing behind. */
export async function runBench(options: BenchOptions, onStep: (step: string) => void, signal: AbortSignal): Promise<BenchReport> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  const before = loadavg()[0] ?? 0;
  const has = (part: BenchPart) => options.parts.includes(part);
  try {
    const large = has('files') || has('load') ? await makeLargeFiles(workspace, onStep) : undefined;
    const files = has('files') && large !== undefined ? await measureAllFiles(workspace, options.dataFolder, large, onStep, signal) : [];
    const underLoad = has('load') && large !== undefined ? await measureUnderLoad(workspace, large, onStep, signal) : undefined;
    const corpora: SizedCorpus[] = [];
    for (const size of has('corpora') ? options.sizes : []) {
      onStep(`a corpus of ${size} passages`);
      corpora.push(await measureSize(join(workspace, `corpus-${size}`), size, signal));
    }
    return {
      processors: availableParallelism(),
      load: [before, loadavg()[0] ?? 0],
      files,
      ...(underLoad === undefined ? {} : { underLoad }),
      corpora,
      ...(has('figures') ? { figures: await measureOverRows(join(workspace, 'figures'), options.rows, onStep, signal) } : {}),
      ...(has('stores') ? { stores: await measureStoreForms(workspace, options.hasServers, onStep, signal) } : {}),
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

interface LargeFiles {
  readonly binder: string;
  /** Shorter first. */
  readonly logs: readonly { readonly path: string; readonly rows: number }[];
}

async function makeLargeFiles(workspace: string, onStep: (step: string) => void): Promise<LargeFiles> {
  onStep('making the large files');
  const binder = join(workspace, 'binder.pdf');
  await generateBinder({ seed: SEED, pages: BINDER_PAGES, path: binder });
  const logs = LOG_ROWS.map((rows) => ({ path: join(workspace, `work-orders-${rows}.csv`), rows }));
  for (const { path, rows } of logs) await makeLog(path, rows, SEED);
  return { binder, logs };
}

async function measureAllFiles(
  workspace: string,
  dataFolder: string,
  { binder, logs }: LargeFiles,
  onStep: (step: string) => void,
  signal: AbortSignal,
): Promise<NamedFiles[]> {
  const smallest = join(workspace, 'smallest.md');
  await writeFile(smallest, '# P-101\n');
  const plant = await generateDemoPlant({ seed: SEED, folder: join(workspace, 'plant') });
  const manuals = plant.manifest.documents.filter(({ path }) => path.endsWith('.pdf')).map(({ path }) => join(plant.folder, path));
  const published = join(dataFolder, PUBLIC_PDF);
  const sets = [
    { name: 'smallest document', paths: [smallest] },
    { name: 'PDF, demo manuals', paths: manuals },
    ...(existsSync(published) ? [{ name: 'PDF, public manual (zh)', paths: [published] }] : []),
    { name: `PDF of ${BINDER_PAGES} pages`, paths: [binder] },
    ...logs.map(({ path, rows }) => ({ name: `log of ${rows} rows`, paths: [path] })),
  ];
  const reports: NamedFiles[] = [];
  for (const { name, paths } of sets) {
    onStep(name);
    const folder = join(workspace, `files-${reports.length}`);
    await mkdir(folder);
    const measured = await measureFiles(folder, paths, signal);
    await rm(folder, { recursive: true });
    const isPdf = paths.every((path) => path.endsWith('.pdf'));
    reports.push({ name, ...measured, ...(isPdf ? { aloneSeconds: await measureAlone(paths, signal) } : {}) });
  }
  return reports;
}

async function measureAlone(paths: readonly string[], signal: AbortSignal): Promise<number> {
  return (await runProgram(['eval', 'bench-part', 'pdf-alone', ...paths], signal)).seconds;
}

async function measureUnderLoad(
  workspace: string,
  { binder, logs }: LargeFiles,
  onStep: (step: string) => void,
  signal: AbortSignal,
): Promise<LoadReport> {
  onStep('a service that reads large files while it is asked');
  const folder = join(workspace, 'load');
  const { manuals, log, queries, questions } = await makeCorpus(join(folder, 'corpus'), LOADED_PASSAGES, SEED);
  const home = join(folder, 'home');
  await runProgram(['ingest', ...manuals, log.path, '--home', home, '--json'], signal);
  const longest = logs.at(-1);
  const paths = longest === undefined ? [binder] : [binder, longest.path];
  const report = await measureLoad({ home, paths, queries, questions }, signal);
  await rm(folder, { recursive: true });
  return report;
}

async function measureOverRows(folder: string, rows: number, onStep: (step: string) => void, signal: AbortSignal): Promise<FiguresReport> {
  onStep(`figures over ${rows} rows`);
  const { printed } = await runProgram(['eval', 'bench-part', 'figures', String(rows), folder], signal);
  return figuresReportShape.parse(JSON.parse(printed));
}

async function measureSize(folder: string, size: number, signal: AbortSignal): Promise<SizedCorpus> {
  const part = async <Out>(shape: z.ZodType<Out>, args: readonly string[]): Promise<Out> =>
    shape.parse(JSON.parse((await runProgram(['eval', 'bench-part', ...args], signal)).printed));
  const corpus = await part(corpusReportShape, ['corpus', String(size), folder]);
  const start = await part(startReportShape, ['start', join(folder, 'home')]);
  const deadlines = await part(deadlinesReportShape, ['deadlines', join(folder, 'home')]);
  await rm(folder, { recursive: true });
  return { ...corpus, start, deadlines };
}
