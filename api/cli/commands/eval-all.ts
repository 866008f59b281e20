import { join } from 'node:path';
import type { Command } from 'commander';
import { dataFolder, loadConfig, PROGRAM_VERSION, systemClock } from '../../../app/index.ts';
import {
  compareRuns,
  describeComparison,
  hashConfiguration,
  makeRunRecord,
  parseRunRecord,
  runAll,
  tabulateRun,
  writeRunPage,
} from '../../../eval/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { readCount } from '../read-count.ts';
import { readInput } from '../read-input.ts';
import { checkOutputs, writeOutput } from '../write-output.ts';

interface AllOptions extends CommonOptions {
  readonly quick?: boolean;
  readonly seed: string;
  readonly data?: string;
  readonly benchmarks?: string;
  readonly from?: string;
  readonly out: string;
  readonly against?: string;
}

export function addAllSuites(suites: Command, line: CommandLine): void {
  suites
    .command('all')
    .description('every suite that this machine can run, as report.json and one report.html that leads from each number to its cases')
    .option('--quick', 'only what needs nothing but this program, in two minutes')
    .option('--seed <number>', 'seed of the plant, the edits and the intervals', '1')
    .option('--data <folder>', 'folder of the public sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--benchmarks <folder>', 'folder with wice-dev.jsonl and begin-dev-*.tsv (else benchmarks/groundedness-dev beside the sets)')
    .option('--from <folder>', 'data folder for the public sets, made when it is not there and kept')
    .option('--out <folder>', 'where the report is written', 'eval-report')
    .option('--against <report>', 'report.json of an earlier run: the report says how each figure differs, and which cases changed')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<AllOptions>();
      const seed = readCount(options.seed, '--seed');
      const data = dataFolder(options.data);
      const isQuick = options.quick === true;
      // Before an hour of work, not after it.
      const earlier = options.against === undefined ? undefined : parseRunRecord(await readInput(options.against), options.against);
      const [json, html] = [join(options.out, 'report.json'), join(options.out, 'report.html')];
      await checkOutputs({ write: json, html });
      const at = systemClock.now();
      const records = await runAll(
        {
          seed,
          isQuick,
          dataFolder: data,
          claimsFolder: options.benchmarks ?? join(data, '..', 'benchmarks', 'groundedness-dev'),
          ...(options.from === undefined ? {} : { fieldHome: options.from }),
          now: () => performance.now(),
          onProgress: (text) => line.note(`${text}\n`),
        },
        line.signal,
      );
      const configuration = hashConfiguration(loadConfig({ home: options.out }, {}), { quick: String(isQuick) });
      const run = makeRunRecord({ version: PROGRAM_VERSION, at, seed, configuration }, records);
      const comparison = earlier === undefined ? undefined : compareRuns(earlier, run, seed);
      await writeOutput(json, `${JSON.stringify(run)}\n`);
      await writeOutput(html, writeRunPage(run, comparison));
      if (options.json === true) return printJson(line, run);
      const compared = comparison === undefined ? '' : `\n${describeComparison(comparison)}`;
      line.out(`${tabulateRun(run)}${compared}\n${json}\n${html}\n`);
    });
}
