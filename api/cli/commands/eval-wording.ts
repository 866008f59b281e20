import type { Command } from 'commander';
import { packageFile } from '../../../app/index.ts';
import { printWordedCases, readFieldQuestions, reportWording, runWordingSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';
import { writeOutput } from '../write-output.ts';

interface WordingOptions extends CommonOptions {
  readonly from: string;
  readonly sample: string;
  readonly seed: string;
  readonly answers?: string;
  readonly write?: string;
}

export function addWordingSuite(suites: Command, line: CommandLine): void {
  suites
    .command('wording')
    .description('let the configured language model word answers to field questions, and count what the gate lets through')
    .requiredOption('--from <folder>', 'data folder that `eval run field --into` has read')
    .option('--sample <count>', 'answers that are worded at most', '50')
    .option('--seed <number>', 'by which questions are drawn', '1')
    .option('--answers <file>', 'also write what was said and what is shown of each answer to this file')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<WordingOptions>();
      const questions = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
      const run = await runWordingSuite(
        options.from,
        {
          questions,
          sample: readCount(options.sample, '--sample'),
          seed: readCount(options.seed, '--seed'),
          onCase: (done) => line.note(`${done} answers worded\n`),
        },
        line.signal,
      );
      if (options.answers !== undefined) await writeOutput(options.answers, printWordedCases(run));
      await giveReport(line, options, { report: run, text: reportWording(run) });
    });
}
