import type { Command } from 'commander';
import { dataFolder, loadConfig, openAdviser, packageFile } from '../../../app/index.ts';
import { labelledClaimsOfOurs, printTable, readLabelledClaims, runSupportFit } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface FitOptions extends CommonOptions {
  readonly from: string;
  readonly write?: string;
  readonly data?: string;
}

const DIGITS = 3;

export function addFitSupport(measures: Command, line: CommandLine): void {
  measures
    .command('fit-support')
    .description(
      'learn how likely a claim is supported by its sources from claims that people labelled (WiCE, BEGIN, datasets/claims), with the language model of the settings',
    )
    .requiredOption('--from <folder>', 'folder with wice-dev.jsonl and begin-dev-*.tsv')
    .option('--data <folder>', 'folder of the public sets, which datasets/claims is about (else FAULTLINE_DATA, else ../shared/data)')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      const own = await labelledClaimsOfOurs(packageFile('datasets', 'claims'), dataFolder(options.data), line.signal);
      const report = await runSupportFit(
        [...(await readLabelledClaims(options.from)), ...own],
        line.signal,
        openAdviser(loadConfig({ home: options.home })),
      );
      const weights = printTable(
        ['feature', 'by words', 'with reading'],
        Object.entries(report.read).map(([name, weight]) => [
          name,
          Object.entries(report.weights)
            .find(([own]) => own === name)?.[1]
            .toFixed(2) ?? '',
          weight.toFixed(2),
        ]),
      );
      const advised = Object.entries(report.advised ?? {}).map(([name, weight]) => [name, weight.toFixed(2)]);
      const advice = advised.length === 0 ? '' : `${printTable(['beside it', 'with a language model'], advised)}\n\n`;
      const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(DIGITS));
      const rows = printTable(
        ['set', 'by', 'learnt from', 'claims', 'AUROC', 'balanced accuracy', 'calibration error'],
        report.rows.map((row) => [
          row.set,
          row.by,
          row.learntFrom,
          String(row.claims),
          figure(row.auroc),
          figure(row.balancedAccuracy),
          figure(row.calibrationError),
        ]),
      );
      await giveReport(line, options, { report, text: `${weights}\n\n${advice}${rows}\n` });
    });
}
