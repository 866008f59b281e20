import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { serveThreads } from '../../../app/index.ts';
import { reportAccess, reportHttpAccess, runAccessSuite, runHttpAccess, startServers } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { serveHttp } from '../../http/serve-http.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface AccessOptions extends CommonOptions {
  readonly seed: string;
  readonly through: 'commands' | 'http';
  readonly count: string;
  readonly matrices: string;
  readonly readers: string;
  readonly atOnce: string;
  readonly demo: boolean;
  readonly serversHome?: string;
  readonly write?: string;
}

export function addAccessSuite(suites: Command, line: CommandLine): void {
  suites
    .command('access')
    .description('ask random questions as random readers, with and without what is hidden from them: answers must not differ')
    .addOption(
      new Option('--through <way>', 'commands: asked in this process; http: sent to services with keys of all roles')
        .choices(['commands', 'http'])
        .default('commands'),
    )
    .option('--seed <number>', 'seed of labels, documents, readers and questions', '1')
    .option('--count <count>', 'questions in all', '50000')
    .option('--matrices <count>', 'plants, each with labels of its own', '12')
    .option('--readers <count>', 'readers of each plant; through http there is one of each role, and two of another tenant', '4')
    .option('--at-once <count>', 'through http: requests under way at a time', '4')
    .option('--no-demo', 'leave the demo plant out of the first matrix')
    .option('--servers-home <folder>', 'through http: home of tools/services on whose servers the sites stand (else in files)')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<AccessOptions>();
      const drawn = {
        seed: readCount(options.seed, '--seed'),
        matrices: readCount(options.matrices, '--matrices'),
        demo: options.demo,
      };
      const count = readCount(options.count, '--count');
      if (options.through === 'http') return throughHttp(options, { ...drawn, count });
      const readers = readCount(options.readers, '--readers');
      const report = await runAccessSuite(
        { ...drawn, probes: count, readers, onProgress: (done) => line.note(`${done} probes\n`) },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportAccess(report) });
      if (report.different > 0) throw new FaultlineError('conflict', `${report.different} answers told of what is hidden.`);
    });

  async function throughHttp(
    options: AccessOptions,
    drawn: { readonly seed: number; readonly matrices: number; readonly demo: boolean; readonly count: number },
  ): Promise<void> {
    const { serversHome } = options;
    const report = await runHttpAccess(
      {
        ...drawn,
        atOnce: readCount(options.atOnce, '--at-once'),
        serve: async (config) => serveHttp(await serveThreads(config)),
        ...(serversHome === undefined ? {} : { servers: await startServers(resolve(serversHome)) }),
        onProgress: (done, seconds) => line.note(`${done} probes in ${Math.round(seconds)} s\n`),
      },
      line.signal,
    );
    await giveReport(line, options, { report, text: reportHttpAccess(report) });
    const bad = report.different + report.faults.length;
    if (bad > 0)
      throw new FaultlineError('conflict', `${report.different} answers told of what is hidden, ${report.faults.length} kinds of faults.`);
  }
}
