import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { reportMultiHop, runMultiHopSuite } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface MultiHopOptions extends CommonOptions {
  readonly from: string;
  readonly into?: string;
  readonly write?: string;
}

export function addMultiHopSuite(suites: Command, line: CommandLine): void {
  suites
    .command('multi-hop')
    .description('search prose far from plants for the articles that a question needs, beside plain BM25')
    .requiredOption('--from <folder>', 'folder with `corpus.json` and `questions.json` as HotpotQA is published')
    .option('--into <folder>', 'data folder that is made and kept, so that the next run finds the articles read')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<MultiHopOptions>();
      if (!existsSync(options.from)) {
        line.note(`Skipped: there is no set in "${options.from}".\n`);
        return;
      }
      const report = await runMultiHopSuite(
        { folder: options.from, ...(options.into === undefined ? {} : { home: options.into }) },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportMultiHop(report) });
    });
}
