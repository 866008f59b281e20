import type { Command } from 'commander';
import { reportKills, runKillsSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface KillsOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly workers: string;
  readonly write?: string;
}

export function addKillsSuite(suites: Command, line: CommandLine): void {
  suites
    .command('kills')
    .description('kill processes amid every step of the work, restart, and compare with a run that nobody disturbed')
    .option('--seed <number>', 'seed of the points at which processes die', '1')
    .option('--count <count>', 'kills in all, spread evenly over the steps', '360')
    .option('--workers <count>', 'processes at a time', '2')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<KillsOptions>();
      const report = await runKillsSuite(
        {
          seed: readCount(options.seed, '--seed'),
          count: readCount(options.count, '--count'),
          workers: readCount(options.workers, '--workers'),
          onKill: (done) => line.note(done % 20 === 0 ? `${done} kills\n` : ''),
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportKills(report) });
      if (report.faults.length > 0) throw new FaultlineError('conflict', `${report.faults.length} kills left another state behind.`);
    });
}
