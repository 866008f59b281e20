import type { Command } from 'commander';
import { describeSample, reportRecognition, runRecognitionSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface RecognitionOptions extends CommonOptions {
  readonly seed: string;
  readonly pages: string;
  readonly write?: string;
}

export function addRecognitionSuite(suites: Command, line: CommandLine): void {
  suites
    .command('ocr')
    .description('draw pages of manuals by seed, scan them clean and badly, turned and askew, and score what is recognised in them')
    .option('--seed <number>', 'seed of the first page', '1')
    .option('--pages <number>', 'how many pages', '12')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<RecognitionOptions>();
      const seed = readCount(options.seed, '--seed');
      const pages = readCount(options.pages, '--pages');
      const report = await runRecognitionSuite({ seed, pages }, (sample) => line.note(describeSample(sample)), line.signal);
      await giveReport(line, options, { report, text: reportRecognition(report) });
    });
}
