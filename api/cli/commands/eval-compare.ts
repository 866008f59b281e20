import type { Command } from 'commander';
import { compareRuns, describeComparison, parseRunRecord } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readInput } from '../read-input.ts';

interface CompareOptions extends CommonOptions {
  readonly write?: string;
}

const SEED = 1;

export function addEvalCompare(measures: Command, line: CommandLine): void {
  measures
    .command('compare')
    .description('how two runs differ: each metric over the cases that both have, with intervals, and the cases that changed')
    .argument('<first>', 'report.json of the earlier run')
    .argument('<second>', 'report.json of the later run')
    .option('--write <file>', 'also write the comparison to this file')
    .action(async (first: string, second: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CompareOptions>();
      const read = async (path: string) => parseRunRecord(await readInput(path), path);
      const report = compareRuns(await read(first), await read(second), SEED);
      await giveReport(line, options, { report, text: describeComparison(report) });
    });
}
