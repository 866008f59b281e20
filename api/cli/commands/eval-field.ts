import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dataFolder, packageFile } from '../../../app/index.ts';
import {
  FIELD_PARTS,
  type FieldPart,
  printFieldAnswers,
  readFieldQuestions,
  reportField,
  runFieldSuite,
  sampleQuestions,
} from '../../../eval/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import type { CommandLine, CommonOptions } from '../command-line.ts';
import { giveReport } from '../give-report.ts';
import { readCount } from '../read-count.ts';
import { writeOutput } from '../write-output.ts';

interface FieldOptions extends CommonOptions {
  readonly data?: string;
  readonly part: string;
  readonly into?: string;
  readonly sample?: string;
  readonly answers?: string;
  readonly write?: string;
}

export function addFieldSuite(suites: Command, line: CommandLine): void {
  suites
    .command('field')
    .description('ask questions that people wrote who saw the public documents and nothing of the program, and grade the answers')
    .option('--data <folder>', 'folder of the sets (else FAULTLINE_DATA, else ../shared/data)')
    .option('--part <name>', `${FIELD_PARTS.join(' or ')}; the sealed one is for a program that is done`, 'development')
    .option('--into <folder>', 'data folder that is made and kept, so that the next run finds the documents read')
    .option('--sample <count>', 'only about so many of the questions, the same each time: a language model on this machine is slow')
    .option('--answers <file>', 'also write every answer to this file')
    .option('--write <file>', 'also write the report to this file')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<FieldOptions>();
      const data = dataFolder(options.data);
      if (!existsSync(data)) {
        line.note(`Skipped: the public sets are not in "${data}"; set FAULTLINE_DATA.\n`);
        return;
      }
      const all = await readFieldQuestions(packageFile('datasets', 'field-questions'), readPart(options.part));
      const questions = options.sample === undefined ? all : sampleQuestions(all, readCount(options.sample, '--sample'));
      const report = await runFieldSuite(
        {
          dataFolder: data,
          questions,
          ...(options.into === undefined ? {} : { home: options.into }),
          onProgress: (text) => line.note(`${text}\n`),
        },
        line.signal,
      );
      if (options.answers !== undefined) await writeOutput(options.answers, printFieldAnswers(report));
      await giveReport(line, options, { report, text: reportField(report) });
    });
}

function readPart(name: string): FieldPart {
  const part = FIELD_PARTS.find((one) => one === name);
  if (part === undefined) throw new FaultlineError('invalid-request', `--part is ${FIELD_PARTS.join(' or ')}, not "${name}".`);
  return part;
}
