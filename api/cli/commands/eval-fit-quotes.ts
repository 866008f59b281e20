import type { Command } from 'commander';
import { packageFile } from '../../../app/index.ts';
import {
  printTable,
  readFieldQuestions,
  readLearntDocuments,
  runQuotesFit,
  sampleQuestions,
  unlearntQuestions,
} from '../../../eval/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';

interface FitOptions extends CommonOptions {
  readonly from: string;
  readonly write?: string;
  readonly sample?: string;
  readonly unlearnt?: boolean;
}

const PERCENT = 100;
const DIGITS = 2;

export function addFitQuotes(measures: Command, line: CommandLine): void {
  measures
    .command('fit-quotes')
    .description('learn how likely a block of passages answers from the development part of the field questions')
    .requiredOption('--from <folder>', 'data folder that `eval run field --into` has read')
    .option('--sample <count>', 'only about so many of the questions, the same each time: a language model on this machine is slow')
    .option('--unlearnt', 'without the questions over documents that the adapter which reads passages was taught with')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FitOptions>();
      const every = await readFieldQuestions(packageFile('datasets', 'field-questions'), 'development');
      const all = options.unlearnt
        ? unlearntQuestions(every, await readLearntDocuments(packageFile('datasets', 'reading', 'stretches')))
        : every;
      const report = await runQuotesFit(
        options.from,
        options.sample === undefined ? all : sampleQuestions(all, readCount(options.sample, '--sample')),
        line.signal,
      );
      const weights = printTable(
        ['feature', 'weight'],
        Object.entries(report.weights).map(([name, weight]) => [name, weight.toFixed(DIGITS)]),
      );
      const share = (part: number) => (PERCENT * part).toFixed(1);
      const tableOf = (points: typeof report.points) =>
        printTable(
          ['from chance', 'right %', 'partly %', 'wrong % of all'],
          points.map(({ chance, right, partly, wrong }) => [chance.toFixed(DIGITS), share(right), share(partly), share(wrong)]),
        );
      const read = [report.reranking, report.reading].flatMap((model) => {
        if (model === undefined) return [];
        const worth = Object.entries(model.weights).map(([name, weight]) => `${name} ${weight.toFixed(DIGITS)}`);
        return [`\nread by ${model.model}: ${worth.join(', ')}\n${tableOf(model.points)}\n`];
      });
      await giveReport(line, options, { report, text: `${weights}\n\n${tableOf(report.points)}\n${read.join('')}` });
    });
}

/** By the digest of their ids. */
