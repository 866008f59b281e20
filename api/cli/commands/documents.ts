import type { Command } from 'commander';
import { deleteDocument, listDocuments } from '../../../app/index.ts';
import { type DocumentId, FaultlineError, parseDocumentId } from '../../../kernel/index.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';

interface DocumentsOptions extends CommonOptions {
  readonly delete?: string;
}

export function addDocuments(program: Command, line: CommandLine): void {
  program
    .command('documents')
    .description('list the documents with what became of each, or delete one')
    .option('--delete <id>', 'remove a document and all that it alone supports')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DocumentsOptions>();
      const { delete: doomed } = options;
      if (doomed !== undefined) {
        const id = readDocumentId(doomed);
        await withApplication(options, (application, caller) => deleteDocument(application, caller, id, line.signal));
        if (options.json === true) printJson(line, { deleted: id });
        else line.out(`deleted ${id}\n`);
        return;
      }
      const listed = await withApplication(options, listDocuments);
      if (options.json === true) return printJson(line, listed);
      for (const { document, versions } of listed) {
        for (const version of versions) {
          const revision = version.revision === undefined ? '' : ` Rev. ${version.revision}`;
          line.out(
            `${document.id}  ${version.outcome ?? version.state}  ${version.documentNumber ?? ''}${revision}  ${version.title}  (${document.uri})\n`,
          );
          if (version.reason !== undefined) line.out(`    ${version.reason}\n`);
        }
      }
    });
}

function readDocumentId(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no document id; \`faultline documents\` lists them.`);
  return id;
}
