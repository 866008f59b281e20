import type { Command } from 'commander';
import { deleteDocument, deleteVersion, getHistory, listDocuments, readDocumentsAgain, setLabels } from '../../../app/index.ts';
import { type DocumentId, FaultlineError, parseDocumentId, parseVersionId, readLabelList, type VersionId } from '../../../kernel/index.ts';
import { AS_OF, readAsOf, readsAsOf } from '../as-of.ts';
import { type CommandLine, type CommonOptions, printJson, withApplication } from '../command-line.ts';
import { describeStamp } from '../describe-stamp.ts';

interface DocumentsOptions extends CommonOptions {
  readonly delete?: string;
  readonly version?: string;
  readonly history?: string;
  readonly setLabels?: string;
  readonly labels?: string;
  readonly asOf?: string;
  readonly readAgain?: boolean;
}

export function addDocuments(program: Command, line: CommandLine): void {
  program
    .command('documents')
    .description(
      'list the documents with what became of each, show the revisions of one, put one under other labels, delete one, or read all again',
    )
    .option('--delete <id>', 'remove a document and all that it alone supports')
    .option('--version <id>', 'with --delete: only this version, as if it had never come')
    .option('--history <id>', 'the revisions of a document and of others of its number, the valid one first')
    .option('--set-labels <id>', 'put a document with its versions under the access labels that --labels gives')
    .option('--labels <labels>', 'with --set-labels: labels that you hold, separated by commas; "" for none')
    .option('--read-again', 'after an upgrade: read all again that another version of this program read; until then the old answers')
    .option('--as-of <day>', `of the list and of --history: ${AS_OF}`)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<DocumentsOptions>();
      const { delete: doomed } = options;
      const asOf = readAsOf(options.asOf);
      if (doomed !== undefined) {
        const id = readDocumentId(doomed);
        const version = options.version === undefined ? undefined : readVersionId(options.version);
        await withApplication(options, (application, caller) =>
          version === undefined
            ? deleteDocument(application, caller, id, line.signal)
            : deleteVersion(application, caller, { document: id, version }, line.signal),
        );
        if (options.json === true) printJson(line, { deleted: version ?? id });
        else line.out(`deleted ${version ?? id}\n`);
        return;
      }
      if (options.setLabels !== undefined) {
        const document = readDocumentId(options.setLabels);
        const given = readGivenLabels(options.labels);
        const labels = await withApplication(options, (application, caller) =>
          setLabels(application, caller, { document, labels: given }, line.signal),
        );
        if (options.json === true) printJson(line, { documentId: document, labels });
        else line.out(`${document} stands under ${labels.length === 0 ? 'no labels' : labels.join(', ')}\n`);
        return;
      }
      if (options.readAgain === true) {
        const queued = await withApplication(options, (application, caller) => readDocumentsAgain(application, caller, line.signal));
        if (options.json === true) printJson(line, { queued });
        else
          line.out(`${queued} versions queued to be read again where this program reads them otherwise; \`${line.startedAs} jobs list\`\n`);
        return;
      }
      if (options.history !== undefined) {
        const asked = readDocumentId(options.history);
        const { revisions } = await withApplication(options, (application, caller) =>
          getHistory(application, readsAsOf(caller, asOf), asked),
        );
        if (options.json === true) return printJson(line, revisions);
        for (const { document, version, age } of revisions) {
          const place = age === undefined ? (version.outcome ?? version.state) : age === 0 ? 'valid' : `older (${age})`;
          const day = version.effective === undefined ? '' : `  from ${new Date(version.effective).toISOString().slice(0, 10)}`;
          line.out(
            `${version.id}  ${place}  Rev. ${version.revision ?? '-'}${day}  ${version.authority}  ${version.title}  (${document.uri})\n`,
          );
        }
        return;
      }
      const listed = await withApplication(options, (application, caller) => listDocuments(application, readsAsOf(caller, asOf)));
      if (options.json === true) return printJson(line, listed);
      for (const { document, versions } of listed) {
        for (const version of versions) {
          const revision = version.revision === undefined ? '' : ` Rev. ${version.revision}`;
          line.out(
            `${document.id}  ${version.outcome ?? version.state}  ${version.documentNumber ?? ''}${revision}  ${version.title}  (${document.uri})\n`,
          );
          if (version.reason !== undefined) line.out(`    ${version.reason}\n`);
          if (version.report?.aiGenerated === true) line.out('    says that AI generated it: every other source goes before it\n');
          for (const { sheet, status } of version.report?.stamps ?? []) line.out(`    ${describeStamp(status)}  ${sheet}\n`);
        }
      }
    });
}

/** @throws FaultlineError `invalid-request` when nothing says which labels. */
function readGivenLabels(text: string | undefined): readonly string[] {
  if (text === undefined) throw new FaultlineError('invalid-request', 'Give the labels with --labels; "" takes them all away.');
  return readLabelList(text);
}

function readDocumentId(text: string): DocumentId {
  const id = parseDocumentId(text);
  if (id === undefined) throw new FaultlineError('invalid-request', `"${text}" is no document id; \`faultline documents\` lists them.`);
  return id;
}

function readVersionId(text: string): VersionId {
  const id = parseVersionId(text);
  if (id === undefined)
    throw new FaultlineError('invalid-request', `"${text}" is no version id; \`faultline documents --history\` lists them.`);
  return id;
}
