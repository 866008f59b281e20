import { type Caller, type DocumentClaims, makeDocumentId, type VersionRow } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';
import { claimsOfShown, isPictureName, mayShow, type ShowingFile } from './claims-of-shown.ts';
import type { FoundFile } from './find-files.ts';
import { surveyFile } from './survey-file.ts';

/** What those of some files that were accepted and name pictures say of the pictures among the files, by their paths. */
export async function shownClaims(
  application: Pick<Application, 'config' | 'ledger' | 'read'>,
  caller: Caller,
  files: readonly FoundFile[],
  accepted: readonly { readonly uri: string; readonly version: VersionRow }[],
  said: (file: FoundFile) => DocumentClaims,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, DocumentClaims>> {
  const pictures = files.filter(isPictureName);
  if (pictures.length === 0) return new Map();
  const access = await readerAccess(application, caller);
  /** Labels that it is sent with, else those that it stands under. */
  const labelsOf = async (file: FoundFile): Promise<readonly string[]> => {
    const sent = said(file).labels;
    if (sent !== undefined) return [...sent].sort();
    return (await application.ledger.documents.get(access, makeDocumentId(caller.tenant, file.uri)))?.labels ?? [];
  };
  const versions = new Map(accepted.map(({ uri, version }) => [uri, version]));
  const showing: ShowingFile[] = [];
  for (const file of files.filter(mayShow)) {
    const version = versions.get(file.uri);
    if (version === undefined) continue;
    const read = await surveyFile(application, caller.tenant, file, version.sha256, signal);
    if ('properties' in read) showing.push({ file, properties: read.properties, labels: await labelsOf(file) });
  }
  return claimsOfShown(await Promise.all(pictures.map(async (file) => ({ file, labels: await labelsOf(file) }))), showing);
}
