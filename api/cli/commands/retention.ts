import type { Command } from 'commander';
import { applyRetention, retentionWords } from '../../../app/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

/** What is kept no longer than the settings say. */
export function addRetention(program: Command, line: CommandLine): void {
  program
    .command('retention')
    .description(
      'remove what is older than FAULTLINE_KEEP_QUESTIONS_DAYS, …_AUDIT_DAYS and …_REVISIONS_DAYS say, as the service does each day',
    )
    .option('--dry-run', 'say what would go, and remove nothing')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly dryRun?: boolean }>();
      const isLook = options.dryRun === true;
      await withApplication(options, async (application) => {
        const removed = await applyRetention(application, isLook, line.signal);
        if (options.json === true) return printJson(line, removed);
        const words = retentionWords(application.config.language);
        const { conversations, feedback, events, revisions } = removed;
        if (Object.keys(removed).length === 0) line.out(`${words.keepsAll}\n`);
        if (conversations !== undefined) line.out(`${words.questions(conversations, feedback ?? 0, isLook)}\n`);
        if (events !== undefined) line.out(`${words.events(events, isLook)}\n`);
        if (revisions !== undefined) line.out(`${words.revisions(revisions.length, isLook)}\n`);
        for (const { title, version, since } of revisions ?? [])
          line.out(`  ${title}  (${version})  ${words.since(new Date(since).toISOString().slice(0, 10))}\n`);
      });
    });
}
