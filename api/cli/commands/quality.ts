import type { Command } from 'commander';
import { readingWords } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';
import { asStarted } from '../as-started.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { findDocument } from '../find-document.ts';
import { qualityLines } from '../quality-lines.ts';

/** What was read of a document and what was not. */
export function addQuality(program: Command, line: CommandLine): void {
  program
    .command('quality')
    .description('what was read of a document and what was not: pages, regions recognised unsurely, rows, columns, what was left out')
    .argument('<document>', 'id, number, name, file name or title of a document')
    .action(async (text: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await withApplication(options, async (application, caller) => {
        const { document, versions } = await findDocument(application, caller, text);
        const [newest] = versions;
        if (newest === undefined) throw new FaultlineError('internal', 'A document has no version.');
        if (options.json === true) {
          const { id: version, title, outcome, reason, report } = newest;
          return printJson(line, { documentId: document.id, versionId: version, title, outcome, reason, report });
        }
        const words = readingWords(application.config.language);
        const { outcome, state, reason, report } = newest;
        line.out(`${newest.title}  (${document.id})\n`);
        line.out(`${words.outcome}: ${outcome ?? state}${reason === undefined ? '' : ` – ${reason}`}\n`);
        if (report === undefined) return line.out(`${asStarted(words.notYet, line.startedAs)}\n`);
        for (const one of qualityLines(report, application.config.language)) line.out(`${one}\n`);
      });
    });
}
