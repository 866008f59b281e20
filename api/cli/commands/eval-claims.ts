import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder, loadConfig, openAdviser, packageFile } from '../../../app/index.ts';
import {
  CLAIM_PARTS,
  openClaimSources,
  printClaims,
  printJudgedClaims,
  readClaimCases,
  reportClaims,
  runClaimsSuite,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { writeOutput } from '../write-output.ts';

interface ClaimsOptions extends CommonOptions {
  readonly data?: string;
  readonly part: string;
  readonly answers?: string;
  readonly write?: string;
}

export function addClaimsSuite(suites: Command, line: CommandLine): void {
  suites
    .command('claims')
    .description(
      'hold claims in the manner of a model, half of them wrong, against places of the public sets, with the language model of the settings',
    )
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--part <name>', `${CLAIM_PARTS.join(' or ')}; the sealed one is for a program that is done`, 'development')
    .option('--answers <file>', 'also write each claim with its verdict and checks to this file')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ClaimsOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const part = CLAIM_PARTS.find((one) => one === options.part);
      if (part === undefined) throw new FaultlineError('invalid-request', `--part is ${CLAIM_PARTS.join(' or ')}, not "${options.part}".`);
      const claims = await readClaimCases(packageFile('datasets', 'claims'), part);
      const judged = await runClaimsSuite(
        claims,
        openClaimSources(data, line.signal),
        line.signal,
        openAdviser(loadConfig({ home: options.home })),
      );
      if (options.answers !== undefined) await writeOutput(options.answers, printJudgedClaims(judged));
      const report = reportClaims(judged);
      await giveReport(line, options, { report, text: printClaims(report) });
    });
}
