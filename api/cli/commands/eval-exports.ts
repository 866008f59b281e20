import type { Command } from 'commander';
import { reportExports, runExportSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readSeeds } from '../read-seeds.ts';

interface ExportOptions extends CommonOptions {
  readonly seeds: string;
  readonly reserve?: boolean;
  readonly keep?: string;
  readonly write?: string;
}

export function addExportSuite(suites: Command, line: CommandLine): void {
  suites
    .command('exports')
    .description('make an export of a maintenance system or form a seed and score rows, roles, cells, units and sums that are read of it')
    .option('--seeds <range>', 'as 1-36; ten seeds one after another are ten kinds of export', '1-36')
    .option('--reserve', 'headers kept back, of which only the figures are told')
    .option('--keep <folder>', 'leave the files there, to be looked at')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const isReserve = options.reserve === true;
      const report = await runExportSuite(
        { seeds: readSeeds(options.seeds), isReserve, ...(options.keep === undefined ? {} : { keep: options.keep }) },
        ({ fileName }) => line.note(`${fileName}\n`),
        line.signal,
      );
      await giveReport(line, options, { report: isReserve ? {} : report, text: reportExports(report, !isReserve) });
    });
}
