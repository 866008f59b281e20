import type { Command } from 'commander';
import { reportAccess, runAccessSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface AccessOptions extends CommonOptions {
  readonly seed: string;
  readonly probes: string;
  readonly matrices: string;
  readonly readers: string;
  readonly demo: boolean;
  readonly write?: string;
}

export function addAccessSuite(suites: Command, line: CommandLine): void {
  suites
    .command('access')
    .description('ask random questions as random readers, with and without what is hidden from them: answers must not differ')
    .option('--seed <number>', 'seed of labels, documents, readers and questions', '1')
    .option('--probes <count>', 'questions in all', '50000')
    .option('--matrices <count>', 'plants, each with labels of its own', '12')
    .option('--readers <count>', 'readers of each plant', '4')
    .option('--no-demo', 'leave the demo plant out of the first matrix')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<AccessOptions>();
      const report = await runAccessSuite(
        {
          seed: readCount(options.seed, '--seed'),
          probes: readCount(options.probes, '--probes'),
          matrices: readCount(options.matrices, '--matrices'),
          readers: readCount(options.readers, '--readers'),
          demo: options.demo,
          onProgress: (done) => line.note(`${done} probes\n`),
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportAccess(report) });
      if (report.different > 0) throw new FaultlineError('conflict', `${report.different} answers told of what is hidden.`);
    });
}
