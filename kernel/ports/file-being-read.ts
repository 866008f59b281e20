import type { DocumentId } from '../ids.ts';

/** A file that was sent and is not read to its end: nothing of it is found, and its rows are in no figure. */
export interface FileBeingRead {
  readonly fileName: string;
  readonly documentId: DocumentId;
}

/** Files that are being read, of which there may be thousands. */
export interface FilesBeingRead {
  /** The first of them, ordered by name. */
  readonly named: readonly FileBeingRead[];
  /** How many there are in all, at least one. */
  readonly count: number;
}
