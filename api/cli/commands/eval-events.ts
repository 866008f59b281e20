import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import { reportEvents, runEventSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface EventOptions extends CommonOptions {
  readonly data?: string;
  readonly write?: string;
}

export function addEventSuite(suites: Command, line: CommandLine): void {
  suites
    .command('events')
    .description('hold what is extracted of rows of public logs against the events that a person marked in them')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<EventOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const home = await mkdtemp(join(tmpdir(), 'faultline-events-'));
      try {
        const labels = packageFile('datasets/log-events/rows.jsonl');
        const report = await runEventSuite({ labels, dataFolder: data, home }, line.signal);
        await giveReport(line, options, { report, text: reportEvents(report) });
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    });
}
