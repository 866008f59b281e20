import type { Command } from 'commander';
import { exportKnowledge } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, withApplication } from '../command-line.ts';

export function addExport(program: Command, line: CommandLine): void {
  program
    .command('export')
    .description('print all knowledge as sorted JSON lines: equal knowledge gives equal bytes')
    .option('--canonical', 'the only form so far')
    .action(async (_: unknown, command: Command) => {
      await withApplication(command.optsWithGlobals<CommonOptions>(), async (application, caller) => {
        for await (const lines of exportKnowledge(application, caller, undefined, line.signal)) line.out(`${lines.join('\n')}\n`);
      });
    });
}
