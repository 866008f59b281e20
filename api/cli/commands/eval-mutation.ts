import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder } from '../../../app/index.ts';
import { readAllStatements, reportMutation, runMutationSuite } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface MutationOptions extends CommonOptions {
  readonly data?: string;
  readonly seed: string;
  readonly count: string;
  readonly kind: string[];
  readonly strictness: string;
  readonly write?: string;
}

const collect = (value: string, all: string[]): string[] => [...all, value];

export function addMutationSuite(suites: Command, line: CommandLine): void {
  suites
    .command('mutation')
    .description('edit sentences and rows of public documents by labelled rules and count which edits the gate notices')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--seed <number>', 'seed of the edits', '1')
    .option('--count <number>', 'trials of each kind, language and half', '100')
    .option('--kind <name>', 'only this kind of edit; may be given several times', collect, [])
    .option('--strictness <name>', 'strict or balanced', 'strict')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<MutationOptions>();
      const { strictness } = options;
      if (strictness !== 'strict' && strictness !== 'balanced')
        throw new FaultlineError('invalid-request', `--strictness takes strict or balanced, not "${strictness}".`);
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const statements = await readAllStatements(data, (set) => line.note(`${set}\n`), line.signal);
      const report = await runMutationSuite(
        statements,
        { seed: readCount(options.seed, '--seed'), count: readCount(options.count, '--count'), strictness, kinds: options.kind },
        line.signal,
      );
      await giveReport(line, options, { report, text: reportMutation(report) });
    });
}
