import type { Command } from 'commander';
import { deleteConversation, getConversation, listConversations } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

interface ConversationsOptions extends CommonOptions {
  readonly delete?: string;
}

export function addConversations(program: Command, line: CommandLine): void {
  program
    .command('conversations')
    .description('list your conversations, show the questions of one, or remove one')
    .argument('[id]', 'the conversation to show')
    .option('--delete <id>', 'remove this conversation')
    .action(async (id: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ConversationsOptions>();
      await withApplication(options, async (application, caller) => {
        if (options.delete !== undefined) {
          await deleteConversation(application, caller, options.delete);
          line.out(`${options.delete}\tremoved\n`);
          return;
        }
        const shown = id === undefined ? await listConversations(application, caller) : await getConversation(application, caller, id);
        if (options.json === true) return printJson(line, shown);
        for (const one of shown) {
          const at = new Date(one.at).toISOString();
          line.out('question' in one ? `${one.number}\t${at}\t${one.question}\n` : `${one.id}\t${at}\t${one.turns} questions\n`);
        }
      });
    });
}
