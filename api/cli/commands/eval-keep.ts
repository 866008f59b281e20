import type { Command } from 'commander';
import { keepEvaluation, loadConfig } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { readInput } from '../read-input.ts';

export function addEvalKeep(measures: Command, line: CommandLine): void {
  measures
    .command('keep')
    .description('keep a report in the data folder, where the page shows it (#/evaluate)')
    .argument('<report>', 'report.json of `eval run all`')
    .action(async (report: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const id = await keepEvaluation(loadConfig({ home: options.home }).home, await readInput(report));
      if (options.json === true) printJson(line, { id });
      else line.out(`${id}\n`);
    });
}
