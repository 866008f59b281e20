import type { Document } from '../contract.ts';

/** What a person knows a document by: where it comes from; of one that was sent here, whose address is only a number, its file name. */
export function placeOf({ uri, fileName }: Pick<Document, 'uri' | 'fileName'>): string {
  return uri.startsWith('upload:') ? fileName : uri;
}
