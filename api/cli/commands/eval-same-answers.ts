import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadConfig } from '../../../app/index.ts';
import { compareSites, tabulateComparisons } from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson } from '../command-line.ts';
import { readCount } from '../read-count.ts';

interface SameAnswersOptions extends CommonOptions {
  readonly seed: string;
}

export function addSameAnswersSuite(suites: Command, line: CommandLine): void {
  suites
    .command('same-answers')
    .description('read a demo plant into one folder and into the empty servers of the configuration, and compare all gold answers')
    .option('--seed <number>', 'seed of the plant', '1')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<SameAnswersOptions>();
      const home = await mkdtemp(join(tmpdir(), 'faultline-same-'));
      try {
        const config = loadConfig({ home });
        if (config.ledgerUrl === undefined && config.graphUrl === undefined && config.searchUrl === undefined)
          throw new FaultlineError(
            'invalid-request',
            'Name the servers to compare: FAULTLINE_LEDGER_URL, FAULTLINE_GRAPH_URL, FAULTLINE_SEARCH_URL.',
          );
        const compared = await compareSites(config, readCount(options.seed, '--seed'), line.signal);
        if (options.json === true) printJson(line, compared);
        else line.out(`${tabulateComparisons([compared])}\n`);
        if (compared.differing.length > 0 || !compared.sameKnowledge || compared.drift > 0)
          throw new FaultlineError('conflict', 'The servers do not hold or answer what one folder does.');
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    });
}
