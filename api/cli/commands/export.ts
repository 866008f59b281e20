import type { Command } from 'commander';
import { exportKnowledge } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, withApplication } from '../command-line.ts';

export function addExport(program: Command, line: CommandLine): void {
  program
    .command('export')
    .description('print all knowledge as sorted JSON lines: equal knowledge gives equal bytes')
    .option('--canonical', 'the only form so far')
    .action(async (_: unknown, command: Command) => {
      await withApplication(command.optsWithGlobals<CommonOptions>(), async (application) => {
        for await (const text of exportKnowledge(application)) line.out(`${text}\n`);
      });
    });
}
