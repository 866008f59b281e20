import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { describeRemoval, runRemovalSuite, tabulateRemoval } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { writeOutput } from '../write-output.ts';

interface RemovalOptions extends CommonOptions {
  readonly data?: string;
  readonly set: string[];
  readonly write?: string;
}

export function addEvalRemoval(suites: Command, line: CommandLine): void {
  suites
    .command('removal')
    .description('remove and revise every document of the demo plant and the public sets, and compare with never having had it')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--set <name>', 'only this set; may be given several times', (value: string, all: string[]) => [...all, value], [])
    .option('--write <file>', 'also write the report as Markdown, after each set')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<RemovalOptions>();
      const report = await runRemovalSuite(
        {
          dataFolder: dataFolder(options.data),
          manifestFolder: packageFile('datasets'),
          only: options.set,
          onGroup: (name) => line.note(`${name}\n`),
          onSet: async (soFar) => {
            if (options.write !== undefined) await writeOutput(options.write, describeRemoval(soFar));
          },
        },
        line.signal,
      );
      const bad = report.documents.filter(({ faults }) => faults.length > 0);
      if (options.json === true) printJson(line, report);
      else {
        for (const { uri, faults } of bad) {
          for (const { trial, differences } of faults) line.out(`${uri}: ${trial}: ${differences.join(', ')}\n`);
        }
        line.out(`${tabulateRemoval(report)}\n`);
      }
      if (bad.length > 0) throw new FaultlineError('conflict', `${bad.length} documents left something behind.`);
    });
}
