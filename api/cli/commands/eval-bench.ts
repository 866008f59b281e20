import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, dataFolder, loadConfig, PROGRAM_VERSION } from '../../../app/index.ts';
import {
  BENCH_PARTS,
  type BenchPart,
  measureCorpus,
  measureDeadlines,
  measureFigures,
  measureStart,
  measureStore,
  measureWorkers,
  performancePage,
  readPdfTextAlone,
  runBench,
  STORE_PARTS,
  tabulateBench,
  USUAL_PARTS,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface BenchOptions extends CommonOptions {
  readonly part: string[];
  readonly passages: string[];
  readonly rows?: string;
  readonly data?: string;
  readonly write?: string;
}

const DEFAULT_SIZE = 10_000;
const DEFAULT_ROWS = 100_000;
const WORKERS = [1, 2];
/** Nothing is given up: how long it takes is what is asked. */
const STORE_MILLISECONDS = 120_000;
const collect = (value: string, all: string[]): string[] => [...all, value];

export function addEvalBench(measures: Command, line: CommandLine): void {
  measures
    .command('bench')
    .description('measure speed and memory on generated documents, beside budgets and peers; every part in processes of its own')
    .option(
      '--part <name>',
      `only this part: ${BENCH_PARTS.join(', ')}; may be given several times (else ${USUAL_PARTS.join(', ')})`,
      collect,
      [],
    )
    .option('--passages <number>', 'size of a generated corpus; may be given several times', collect, [])
    .option('--rows <number>', `length of the log over which figures are asked [${DEFAULT_ROWS}]`)
    .option('--data <folder>', 'folder of the public sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--write <file>', 'write the figures to a Markdown page')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<BenchOptions>();
      const sizes = options.passages.map((size) => readCount(size, '--passages'));
      const report = await runBench(
        {
          parts: options.part.length === 0 ? USUAL_PARTS : options.part.map(readPart),
          rows: options.rows === undefined ? DEFAULT_ROWS : readCount(options.rows, '--rows'),
          sizes: sizes.length === 0 ? [DEFAULT_SIZE] : sizes,
          dataFolder: dataFolder(options.data),
          hasServers: hasAllServers(loadConfig({})),
        },
        (step) => line.note(`${step}\n`),
        line.signal,
      );
      const page = performancePage(report, { version: PROGRAM_VERSION, at: new Date() });
      await giveReport(line, options, { report, text: `${tabulateBench(report)}\n`, page });
    });
  addParts(
    measures.command('bench-part', { hidden: true }).description('one part of the bench, which runs it as a process of its own'),
    line,
  );
}

function addParts(parts: Command, line: CommandLine): void {
  parts.command('corpus <passages> <folder>').action(async (passages: string, folder: string) => {
    printJson(line, await measureCorpus({ passages: readCount(passages, 'passages'), folder }, line.signal));
  });
  parts.command('figures <rows> <folder>').action(async (rows: string, folder: string) => {
    printJson(line, await measureFigures({ rows: readCount(rows, 'rows'), folder }, line.signal));
  });
  parts.command('stores <part> <folder>').action(async (part: string, folder: string) => {
    const config = loadConfig({ home: join(folder, 'home') });
    const bench = { ...config, storeName: `${config.storeName}-bench`, storeMilliseconds: STORE_MILLISECONDS };
    const store = STORE_PARTS.find((known) => known === part);
    if (store === undefined) throw new FaultlineError('invalid-request', `Choose ${STORE_PARTS.join(', ')}.`);
    printJson(
      line,
      store === 'workers' ? await measureWorkers(config, folder, WORKERS, line.signal) : await measureStore(bench, store, line.signal),
    );
  });
  parts.command('deadlines <home>').action(async (home: string) => printJson(line, await measureDeadlines(home)));
  parts.command('start <home>').action(async (home: string) => printJson(line, await measureStart(home, line.signal)));
  parts.command('pdf-alone <paths...>').action(async (paths: string[]) => {
    for (const path of paths) printJson(line, await readPdfTextAlone(path));
  });
}

function readPart(name: string): BenchPart {
  const found = BENCH_PARTS.find((part) => part === name);
  if (found === undefined) throw new FaultlineError('invalid-request', `There is no part "${name}"; choose ${BENCH_PARTS.join(', ')}.`);
  return found;
}

function hasAllServers({ ledgerUrl, graphUrl, searchUrl }: Config): boolean {
  return ledgerUrl !== undefined && graphUrl !== undefined && searchUrl !== undefined;
}
