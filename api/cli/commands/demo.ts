import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { type Application, askQuestion, type Config, ingestFiles, packageFile, readingWords } from '../../../app/index.ts';
import type { Caller } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { keepLastAnswer } from '../last-answer.ts';
import { presentAnswer } from '../present-answer.ts';
import { openProgress } from '../progress-bars.ts';
import { presentFiles } from './ingest.ts';

const questionsSchema = z.array(z.object({ shows: z.string(), language: z.enum(['en', 'zh']), question: z.string() }));
const manifestSchema = z.object({ documents: z.array(z.object({ path: z.string() })) });

export function addDemo(program: Command, line: CommandLine): void {
  program
    .command('demo')
    .description('read the demo plant with the sheets of its skid and a scanned form, and ask eleven questions')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const folder = packageFile('datasets', 'demo-plant', 'files');
      const manifest = manifestSchema.parse(
        JSON.parse(await readFile(packageFile('datasets', 'demo-plant', 'files', 'manifest.json'), 'utf8')),
      );
      const questions = questionsSchema.parse(
        JSON.parse(await readFile(packageFile('datasets', 'demo-plant', 'demo-questions.json'), 'utf8')),
      );
      const work = async (application: Application, caller: Caller) => {
        const words = readingWords(application.config.language);
        const progress = openProgress(line, words, application.clock.now);
        const paths = [
          ...manifest.documents.map((document) => `${folder}/${document.path}`),
          packageFile('datasets', 'demo-drawings', 'files'),
          packageFile('datasets', 'demo-scans', 'files'),
        ];
        const { files } = await ingestFiles(application, caller, { paths, onTotals: progress.total }, progress.show, line.signal).finally(
          progress.end,
        );
        if (options.json !== true) line.out(`\n${presentFiles(files, words)}`);
        const answers = [];
        for (const { shows, question } of questions) {
          const answer = await askQuestion(application, caller, { question }, line.signal);
          await keepLastAnswer(application.config.home, question, answer);
          if (options.json === true) answers.push({ shows, question, answer });
          else
            line.out(`\n── ${shows}\n${question}\n${presentAnswer(answer, { startedAs: line.startedAs, ids: options.verbose === true })}`);
        }
        if (options.json === true) printJson(line, { files, answers });
        else line.out(goOn(application.config, line.startedAs));
      };
      await withApplication(options, work, { makesHome: true });
    });
}

function goOn({ home, host, port }: Config, startedAs: string): string {
  const commands = [
    [`${startedAs} ask "…"`, 'another question'],
    [`${startedAs} show 1`, 'the first source of the last answer with its words marked, as PNG'],
    [`${startedAs} serve`, `the page, at http://${host}:${port}/ with three questions to click, and HTTP`],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length)) + 4;
  return `\nThe data folder is ${home}. To go on:\n${commands.map(([command, told]) => `  ${command.padEnd(width)}${told}\n`).join('')}`;
}
