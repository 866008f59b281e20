import { type Caller, type DocumentId, type DocumentRow, distinctTitles, FaultlineError, type VersionRow } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';

export interface ListedDocument {
  readonly document: DocumentRow;
  /** Under which it stands, sorted; none: it is for everyone. */
  readonly labels: readonly string[];
  /** Newest first. */
  readonly versions: readonly VersionRow[];
}

/**
 * All documents of the tenant whatever became of them, ordered by uri, equal titles told apart; those being removed are gone
 * already. As of an instant that the caller names, versions that take effect later are not there, nor documents of such alone.
 */
export async function listDocuments(application: Application, caller: Caller): Promise<readonly ListedDocument[]> {
  const all = await application.ledger.documents.list(await readerAccess(application, caller));
  const listed = all.flatMap(listing).flatMap((one) => inEffect(one, caller.asOf));
  const titleOf = distinctTitles(
    listed.flatMap(({ document, versions }) => versions.map(({ title, scopeNames = [] }) => ({ id: document.id, title, scopeNames }))),
  );
  return listed.map(({ document, labels, versions }) => ({
    document,
    labels,
    versions: versions.map((version) => ({ ...version, title: titleOf({ id: document.id, title: version.title }) })),
  }));
}

/** One document by its key, however many there are. @throws FaultlineError `not-found`. */
export async function getDocument(application: Application, caller: Caller, id: DocumentId): Promise<ListedDocument> {
  const held = await application.ledger.documents.get(await readerAccess(application, caller), id);
  const [found] = held === undefined ? [] : listing(held);
  if (found === undefined) throw new FaultlineError('not-found', 'There is no such document, or you may not read it.');
  return found;
}

function listing({ versions, ...one }: ListedDocument): ListedDocument[] {
  const kept = versions.filter((version) => version.state !== 'retracting').sort((a, b) => b.sequence - a.sequence);
  return kept.length === 0 ? [] : [{ ...one, versions: kept }];
}

function inEffect({ versions, ...one }: ListedDocument, asOf: number | undefined): ListedDocument[] {
  if (asOf === undefined) return [{ ...one, versions }];
  const kept = versions.filter(({ effective }) => effective === undefined || effective <= asOf);
  return kept.length === 0 ? [] : [{ ...one, versions: kept }];
}
