import type { DocumentId } from '../ids.ts';

/** A file that was sent and is not read to its end: nothing of it is found, and its rows are in no figure. */
export interface FileBeingRead {
  readonly fileName: string;
  readonly documentId: DocumentId;
}
