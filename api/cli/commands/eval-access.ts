import { type Command, Option } from 'commander';
import { reportAccess, reportHttpAccess, runAccessSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { probeThroughHttp } from '../probe-through-http.ts';
import { readCount } from '../read-count.ts';

interface AccessOptions extends CommonOptions {
  readonly seed: string;
  readonly through: 'commands' | 'http';
  readonly count: string;
  readonly matrices: string;
  readonly readers: string;
  readonly atOnce: string;
  readonly demo: boolean;
  readonly stores: 'files' | 'servers';
  readonly serversHome?: string;
  readonly lanes: string;
  readonly keep?: string;
  readonly plant?: string;
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
    .addOption(
      new Option(
        '--stores <kind>',
        'through http: where the sites stand; servers: on PostgreSQL, Neo4j and Elasticsearch of tools/services',
      )
        .choices(['files', 'servers'])
        .default('files'),
    )
    .option(
      '--servers-home <folder>',
      'through http: home of tools/services whose servers are used and left running (else started for the run)',
    )
    .option('--lanes <count>', 'through http: processes, each of which probes a plant at a time', '1')
    .option('--keep <file>', 'through http: adds each plant to this file as it ends; those there are not probed again, all are reported')
    .option('--plant <number>', 'through http: only this plant of them, from 1')
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
    const { keep, plant, serversHome, stores } = options;
    const reports = await probeThroughHttp(line, {
      ...drawn,
      atOnce: readCount(options.atOnce, '--at-once'),
      lanes: readCount(options.lanes, '--lanes'),
      stores: serversHome === undefined ? stores : 'servers',
      ...(serversHome === undefined ? {} : { serversHome }),
      ...(keep === undefined ? {} : { keep }),
      ...(plant === undefined ? {} : { plant: readCount(plant, '--plant') - 1 }),
    });
    await giveReport(line, options, { report: reports, text: reportHttpAccess(reports) });
    const different = reports.reduce((sum, report) => sum + report.different, 0);
    const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);
    if (different + faults > 0)
      throw new FaultlineError('conflict', `${different} answers told of what is hidden, ${faults} kinds of faults.`);
  }
}
