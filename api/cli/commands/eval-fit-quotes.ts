import type { Command } from 'commander';
import { packageFile } from '../../../app/index.ts';
import { printTable, readFieldQuestions, runQuotesFit } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface FitOptions extends CommonOptions {
  readonly from: string;
  readonly write?: string;
}

const PERCENT = 100;
const DIGITS = 2;

export function addFitQuotes(measures: Command, line: CommandLine): void {
  measures
    .command('fit-quotes')
    .description('learn how likely a block of passages answers from the development part of the field questions')
    .requiredOption('--from <folder>', 'data folder that `eval run field --into` has read')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      const questions = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
      const report = await runQuotesFit(options.from, questions, line.signal);
      const weights = printTable(
        ['feature', 'weight'],
        Object.entries(report.weights).map(([name, weight]) => [name, weight.toFixed(DIGITS)]),
      );
      const share = (part: number) => (PERCENT * part).toFixed(1);
      const points = printTable(
        ['from chance', 'right %', 'partly %', 'wrong % of all'],
        report.points.map(({ chance, right, partly, wrong }) => [chance.toFixed(DIGITS), share(right), share(partly), share(wrong)]),
      );
      await giveReport(line, options, { report, text: `${weights}\n\n${points}\n` });
    });
}
