import type { Command } from 'commander';
import { askQuestion, getPassages } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { presentAnswer } from '../present-answer.ts';

export function addAsk(program: Command, line: CommandLine): void {
  program
    .command('ask')
    .description('answer a question from the documents, each claim cited and checked')
    .argument('<question>', 'in Chinese or English')
    .action(async (question: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await withApplication(options, async (application, caller) => {
        const answer = await askQuestion(application, caller, { question }, line.signal);
        if (options.json === true) printJson(line, answer);
        else line.out(presentAnswer(answer, await getPassages(application, caller, answer.content.passages)));
      });
    });
}
