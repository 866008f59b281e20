import type { HttpCaller } from '../http/http-caller.ts';

/** What all users of a soak share: the service as it is at the moment, and what it has acknowledged. */
export interface SoakSite {
  /** Undefined while it is away: killed, and not yet started again. */
  http: HttpCaller | undefined;
  /** By id: documents that were taken and that nobody asked to delete. */
  readonly acknowledged: Set<string>;
  readonly deleted: Set<string>;
  /** Whose deletion was asked for and not answered: they may be there or not. */
  readonly unsure: Set<string>;
  /** Ids of passages that were found, to look at. */
  readonly passages: string[];
}

export const SOAK_KINDS = ['ask', 'search', 'upload', 'delete', 'list', 'document', 'passages', 'picture', 'entities'] as const;
export type SoakKind = (typeof SOAK_KINDS)[number];
