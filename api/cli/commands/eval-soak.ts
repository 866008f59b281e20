import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { reportSoak, runSoak } from '../../../eval/index.ts';
import { entryBeside, FaultlineError, programEntry } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface SoakCommandOptions extends CommonOptions {
  readonly seed: string;
  readonly minutes: string;
  readonly users: string;
  readonly write?: string;
}

const MEBIBYTE = 1024 * 1024;

export function addSoakSuite(suites: Command, line: CommandLine): void {
  suites
    .command('soak')
    .description('users at work on a service for some minutes, with a kill amid it: answers, times, memory, and what was kept')
    .option('--seed <number>', 'decides what users do', '1')
    .option('--minutes <number>', 'how long', '30')
    .option('--users <number>', 'how many at a time', '20')
    .option('--write <file>', 'also write the report as Markdown')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<SoakCommandOptions>();
      const folder = await mkdtemp(join(tmpdir(), 'faultline-soak-'));
      try {
        const report = await runSoak(
          {
            seed: readCount(options.seed, '--seed'),
            minutes: readCount(options.minutes, '--minutes'),
            users: readCount(options.users, '--users'),
            plant: true,
            folder,
            program: programEntry(entryBeside(import.meta.url, '../main')),
            onMinute: (minute, memory) =>
              line.note(`minute ${minute}: ${memory === undefined ? 'away' : `${Math.round(memory.service / MEBIBYTE)} MiB`}\n`),
          },
          line.signal,
        );
        await giveReport(line, options, { report, text: reportSoak(report) });
        if (report.faults.length > 0) throw new FaultlineError('conflict', `${report.faults.length} faults in the soak.`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
}
