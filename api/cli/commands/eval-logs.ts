import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { LOG_PARTS, printLogAnswers, reportLogs, runLogSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { writeOutput } from '../write-output.ts';

interface LogsOptions extends CommonOptions {
  readonly data?: string;
  readonly part: string;
  readonly from?: string;
  readonly into?: string;
  readonly answers?: string;
  readonly write?: string;
  readonly only?: string;
}

export function addLogSuite(suites: Command, line: CommandLine): void {
  suites
    .command('logs')
    .description('ask questions over logs and exports of which an independent program computed the figures, and grade the answers')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--part <name>', `${LOG_PARTS.join(', ')}; what is held or sealed is for a program that is done`, 'development')
    .option('--from <folder>', 'questions of your own: a folder with questions.jsonl beside its exports')
    .option('--into <folder>', 'folder of the data folders that are made and kept, so that the next run finds the files read')
    .option('--only <ids>', 'only questions whose id begins so; several with a comma')
    .option('--answers <file>', 'also write every answer to this file')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<LogsOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const part = LOG_PARTS.find((one) => one === options.part);
      if (part === undefined)
        throw new FaultlineError('invalid-request', `--part is one of ${LOG_PARTS.join(', ')}, not "${options.part}".`);
      const report = await runLogSuite(
        {
          questionFolder: packageFile('datasets', 'log-questions'),
          dataFolder: data,
          part,
          ...(options.from === undefined ? {} : { from: options.from }),
          ...(options.into === undefined ? {} : { into: options.into }),
          ...(options.only === undefined ? {} : { only: options.only.split(',') }),
          onProgress: (text) => line.note(`${text}\n`),
        },
        line.signal,
      );
      if (options.answers !== undefined) await writeOutput(options.answers, printLogAnswers(report));
      await giveReport(line, options, { report, text: reportLogs(report) });
    });
}
