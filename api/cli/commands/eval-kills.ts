import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { reportKills, reportUploadKills, runKillsSuite, runUploadKills } from '../../../eval/index.ts';
import { entryBeside, FaultlineError, programEntry } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface KillsOptions extends CommonOptions {
  readonly during: 'steps' | 'uploads';
  readonly seed: string;
  readonly count: string;
  readonly workers: string;
  readonly write?: string;
}

export function addKillsSuite(suites: Command, line: CommandLine): void {
  suites
    .command('kills')
    .description('kill processes amid every step of the work, restart, and compare with a run that nobody disturbed')
    .addOption(
      new Option('--during <what>', 'steps: amid every step of the work; uploads: a service while documents are sent to it')
        .choices(['steps', 'uploads'])
        .default('steps'),
    )
    .option('--seed <number>', 'seed of the points at which processes die', '1')
    .option('--count <count>', 'kills in all; amid steps they are spread evenly over them', '360')
    .option('--workers <count>', 'processes at a time; under uploads, uploads at a time', '2')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<KillsOptions>();
      if (options.during === 'uploads') return duringUploads(options);
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

  async function duringUploads(options: KillsOptions): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-upload-kills-'));
    try {
      const report = await runUploadKills(
        {
          seed: readCount(options.seed, '--seed'),
          count: readCount(options.count, '--count'),
          senders: readCount(options.workers, '--workers'),
          folder,
          program: programEntry(entryBeside(import.meta.url, '../main')),
          onKill: (done, acknowledged) => line.note(`${done} kills, ${acknowledged} documents acknowledged\n`),
        },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportUploadKills(report) });
      if (report.faults.length > 0) throw new FaultlineError('conflict', `${report.faults.length} faults after kills under upload.`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
