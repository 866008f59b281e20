import type { Command } from 'commander';
import { packageFile } from '../../../app/index.ts';
import { printTable, readFieldQuestions, runRankingFit } from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';

interface FitOptions extends CommonOptions {
  readonly from: string;
  readonly ablation?: boolean;
  readonly write?: string;
}

const PERCENT = 100;
const DIGITS = 3;

export function addFitRanking(measures: Command, line: CommandLine): void {
  measures
    .command('fit-ranking')
    .description('learn the weights of ranking from the development part of the field questions')
    .requiredOption('--from <folder>', 'data folder that `eval run field --into` has read')
    .option('--ablation', 'also learn with each feature left out')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      const questions = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
      const report = await runRankingFit(options.from, questions, options.ablation === true, line.signal);
      const weights = printTable(
        ['feature', 'weight'],
        Object.entries(report.weights).map(([name, weight]) => [name, weight.toPrecision(DIGITS)]),
      );
      const rows = printTable(
        ['without', 'questions', 'asked', ...Object.keys(report.rows[0]?.at ?? {}).map((depth) => `@${depth} %`)],
        report.rows.map(({ without, of, questions: asked, at }) => [
          without,
          of,
          asked,
          ...Object.values(at).map((share) => Math.round(PERCENT * share)),
        ]),
      );
      await giveReport(line, options, { report, text: `${weights}\n\n${rows}\n` });
    });
}
