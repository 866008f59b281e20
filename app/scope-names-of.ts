import type { DocumentClaims, DocumentProperties, ScopeName } from '../kernel/index.ts';
import type { DocumentVersion } from '../ledger/index.ts';
import { scopeNames } from '../ontology/index.ts';

/** A document as its sender described it. */
export interface SentDocument {
  readonly uri: string;
  readonly fileName: string;
  readonly claims: DocumentClaims;
}

export function sentDocument({ document, version, claims }: DocumentVersion): SentDocument {
  return { uri: document.uri, fileName: version.fileName, claims };
}

/** What a version is about, by its sender and by what was read in it. Of no other document, so the order of them is of no account. */
export function scopeNamesOf({ uri, fileName, claims }: SentDocument, properties: DocumentProperties): readonly ScopeName[] {
  const title = claims.title ?? properties.title;
  const documentNumber = claims.documentNumber ?? properties.documentNumber;
  return scopeNames({
    uri,
    fileName,
    ...(title === undefined ? {} : { title }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    stated: [...(claims.scopeNames ?? []), ...(properties.scopeNames ?? [])],
  });
}
