import { type Application, getDocument, type ListedDocument, listDocuments } from '../../app/index.ts';
import { type Caller, FaultlineError, parseDocumentId } from '../../kernel/index.ts';

/**
 * A document by its id, else by its number, name, file name or title as `faultline documents` lists them.
 * @throws FaultlineError `not-found`; `invalid-request` where several are called so.
 */
export async function findDocument(application: Application, caller: Caller, text: string): Promise<ListedDocument> {
  const id = parseDocumentId(text);
  if (id !== undefined) return getDocument(application, caller, id);
  const wanted = text.trim().toLowerCase();
  const found = (await listDocuments(application, caller)).filter(({ document, versions }) =>
    [document.uri, ...versions.flatMap(({ documentNumber, fileName, title }) => [documentNumber ?? '', fileName, title])].some(
      (name) => name.trim().toLowerCase() === wanted,
    ),
  );
  const [only, another] = found;
  if (only === undefined) {
    throw new FaultlineError('not-found', `No document that you may read is called "${text}"; \`faultline documents\` lists them.`);
  }
  if (another !== undefined) {
    const ids = found.map(({ document }) => document.id).join(', ');
    throw new FaultlineError('invalid-request', `Several documents are called "${text}"; give the id of one: ${ids}.`);
  }
  return only;
}
