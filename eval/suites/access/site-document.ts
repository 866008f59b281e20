import type { DocumentClaims } from '../../../kernel/index.ts';

/** A document as it is sent to a site: the same bytes, name and claims give the same document on every site. */
export interface SiteDocument {
  readonly path: string;
  readonly tenant: string;
  readonly labels: readonly string[];
  readonly claims: Omit<DocumentClaims, 'labels'>;
}
