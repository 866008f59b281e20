import type { Command } from 'commander';
import { loadConfig, runWorker } from '../../../app/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';

export function addWork(program: Command, line: CommandLine): void {
  program
    .command('work')
    .description('read the documents that were sent to any process of this site, until interrupted; serves nobody')
    .action(async (_: unknown, command: Command) => {
      const { home, readLabels } = command.optsWithGlobals<CommonOptions>();
      line.note('Faultline works jobs until it is interrupted.\n');
      await runWorker(loadConfig({ home, labels: readLabels }), line.signal);
    });
}
