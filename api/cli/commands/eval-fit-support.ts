import type { Command } from 'commander';
import { printTable, readLabelledClaims, runSupportFit } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface FitOptions extends CommonOptions {
  readonly from: string;
  readonly write?: string;
}

const DIGITS = 3;

export function addFitSupport(measures: Command, line: CommandLine): void {
  measures
    .command('fit-support')
    .description('learn how likely a claim is supported by its sources from claims that people labelled (WiCE, BEGIN)')
    .requiredOption('--from <folder>', 'folder with wice-dev.jsonl and begin-dev-*.tsv')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      const report = await runSupportFit(await readLabelledClaims(options.from), line.signal);
      const weights = printTable(
        ['feature', 'weight'],
        Object.entries(report.weights).map(([name, weight]) => [name, weight.toFixed(2)]),
      );
      const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(DIGITS));
      const rows = printTable(
        ['set', 'learnt from', 'claims', 'AUROC', 'balanced accuracy', 'calibration error'],
        report.rows.map((row) => [
          row.set,
          row.learntFrom,
          String(row.claims),
          figure(row.auroc),
          figure(row.balancedAccuracy),
          figure(row.calibrationError),
        ]),
      );
      await giveReport(line, options, { report, text: `${weights}\n\n${rows}\n` });
    });
}
