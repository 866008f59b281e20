import type { SheetTags } from '../contract.ts';
import { getJson } from './get-json.ts';

/** The tags of a sheet of a drawing. @throws RequestFailure. */
export function getSheetTags(document: string, page: number, signal: AbortSignal): Promise<SheetTags> {
  return getJson(`/v1/documents/${encodeURIComponent(document)}/pages/${page}/tags`, signal);
}
