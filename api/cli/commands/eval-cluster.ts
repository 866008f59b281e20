import { resolve } from 'node:path';
import type { Command } from 'commander';
import { reportCluster, runClusterSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface ClusterOptions extends CommonOptions {
  readonly seed: string;
  readonly count: string;
  readonly serverKills: string;
  readonly lanes: string;
  readonly serversHome?: string;
  readonly write?: string;
}

export function addClusterSuite(suites: Command, line: CommandLine): void {
  suites
    .command('cluster')
    .description('send random documents to sites on real servers, kill workers and servers, and compare with undisturbed sites')
    .option('--seed <number>', 'seed of the first trial; each further one has the next', '1')
    .option('--count <count>', 'trials in all', '200')
    .option('--server-kills <count>', 'trials in which a server is killed as well: the first ones', '0')
    .option('--lanes <count>', 'trials at a time where no server is killed', '2')
    .option('--servers-home <folder>', 'home of tools/services whose servers are used (else servers of its own, gone afterwards)')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ClusterOptions>();
      const report = await runClusterSuite(
        {
          seed: readCount(options.seed, '--seed'),
          count: readCount(options.count, '--count'),
          serverKills: Number(options.serverKills) === 0 ? 0 : readCount(options.serverKills, '--server-kills'),
          lanes: readCount(options.lanes, '--lanes'),
          ...(options.serversHome === undefined ? {} : { serversHome: resolve(options.serversHome) }),
          onTrial: ({ seed, milliseconds, kills, faults }) =>
            line.note(`seed ${seed}: ${Math.round(milliseconds / 1_000)} s, ${kills.length} kills, ${faults.join('\n') || 'held'}\n`),
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportCluster(report) });
      const broken = report.trials.filter(({ faults }) => faults.length > 0).length;
      if (broken > 0) throw new FaultlineError('conflict', `${broken} trials broke a law.`);
    });
}
