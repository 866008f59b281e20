import type { Command } from 'commander';
import { extractText } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

export function addExtract(program: Command, line: CommandLine): void {
  program
    .command('extract')
    .description('show what extraction finds in a text')
    .argument('<text>', 'in Chinese or English')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const found = await withApplication(options, (application, caller) =>
        extractText(application, caller, { text, kind: 'paragraph' }, line.signal),
      );
      if (options.json === true) return printJson(line, found);
      for (const mention of found.mentions) line.out(`${mention.text}\t${mention.type}\t${mention.canonical ?? ''}\n`);
      for (const mention of found.learnt.mentions)
        line.out(`${mention.text}\t${mention.type}\tlearnt (${mention.model}), ${mention.confidence.toFixed(2)}\n`);
      for (const fact of found.facts) line.out(`${fact.subject} ${fact.predicate} ${fact.object}\n`);
    });
}
