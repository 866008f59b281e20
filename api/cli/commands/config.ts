import type { Command } from 'commander';
import { describeConfig, loadConfig } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';

export function addConfig(program: Command, line: CommandLine): void {
  program
    .command('config')
    .description('print every setting with its value, secrets redacted')
    .action((_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const settings = describeConfig(loadConfig({ home: options.home, labels: options.readLabels }));
      if (options.json === true) return printJson(line, settings);
      for (const { variable, value, description } of settings) line.out(`${variable}=${value}\n    ${description}\n`);
    });
}
