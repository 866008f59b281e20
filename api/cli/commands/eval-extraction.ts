import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { reportExtraction, runExtractionSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface ExtractionOptions extends CommonOptions {
  readonly data?: string;
  readonly folds: string;
  readonly write?: string;
}

export function addExtractionSuite(suites: Command, line: CommandLine): void {
  suites
    .command('extraction')
    .description('learn from parts of the training sets of log texts and measure on the others')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--folds <number>', 'parts of each set', '5')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExtractionOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const report = await runExtractionSuite(
        {
          dataFolder: data,
          sentences: packageFile('datasets', 'log-sentences'),
          folds: readCount(options.folds, '--folds'),
          onProgress: (text) => line.note(`${text}\n`),
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportExtraction(report) });
    });
}
