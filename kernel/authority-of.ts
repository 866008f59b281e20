import type { DocumentClaims, DocumentProperties } from './document.ts';
import type { Authority } from './passage.ts';

/**
 * Who stands behind a document: whom its sender names, else nobody. What says of itself that AI generated it comes after all others,
 * whatever its sender says, so that words of a model never win over words of people by being filed under their name.
 */
export function authorityOf(claims: DocumentClaims, properties: Pick<DocumentProperties, 'aiGenerated'> | undefined): Authority {
  return properties?.aiGenerated === true ? 'generated' : (claims.authority ?? 'anonymous');
}
