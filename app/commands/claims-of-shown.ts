import { dirname, resolve } from 'node:path';
import { compareText, type DocumentClaims, type DocumentProperties } from '../../kernel/index.ts';
import type { FoundFile } from './find-files.ts';

/** UTF-16 units of a title. */
const LONGEST_TITLE = 300;
const PICTURE_NAME = /\.(?:png|jpe?g|tiff?)$/i;
const SHOWING_NAME = /\.(?:md|markdown|mdown|mkd)$/i;

/** A file that names pictures, and what is known of it. */
export interface ShowingFile {
  readonly file: FoundFile;
  readonly properties: DocumentProperties;
  /** Under which it stands, sorted. */
  readonly labels: readonly string[];
}

export function isPictureName({ path }: Pick<FoundFile, 'path'>): boolean {
  return PICTURE_NAME.test(path);
}

/** Whether a file may name pictures that are files of their own. */
export function mayShow({ path }: Pick<FoundFile, 'path'>): boolean {
  return SHOWING_NAME.test(path);
}

/**
 * What the documents that show pictures say of these, by the paths of the pictures: the title that they get, and what they are about where
 * one document alone shows them. A picture is one of `pictures` or none: no name leads to a file that was not given. Of several places
 * that show a picture the first counts, by the uri of the document; it tells its titles only to those who may read it, so that a picture
 * under other labels stays as it is.
 */
export function claimsOfShown(
  pictures: readonly { readonly file: FoundFile; readonly labels: readonly string[] }[],
  showing: readonly ShowingFile[],
): ReadonlyMap<string, DocumentClaims> {
  const byPath = new Map(pictures.map((picture) => [keyOf(picture.file.path), picture]));
  const claims = new Map<string, DocumentClaims>();
  const shownBy = new Map<string, Set<ShowingFile>>();
  for (const one of [...showing].sort((a, b) => compareText(a.file.uri, b.file.uri))) {
    for (const { target, alt, headings } of one.properties.shows ?? []) {
      const picture = byPath.get(keyOf(resolve(dirname(one.file.path), target)));
      if (picture === undefined || picture.labels.join() !== one.labels.join()) continue;
      const { path } = picture.file;
      const by = shownBy.get(path) ?? new Set();
      shownBy.set(path, by.add(one));
      const parts = [one.properties.title ?? '', ...headings, alt].filter((part) => part !== '');
      const title = parts.filter((part, at) => part !== parts[at - 1]).join(' › ');
      if (!claims.has(path) && title !== '') claims.set(path, { title: title.slice(0, LONGEST_TITLE), ...ofDocument(one.properties) });
    }
  }
  for (const [path, { scopeNames: _, ...shared }] of claims) if ((shownBy.get(path)?.size ?? 0) > 1) claims.set(path, shared);
  return claims;
}

/** What holds of a document holds of what it shows. */
function ofDocument({ scopeNames, aiGenerated }: DocumentProperties): DocumentClaims {
  return { ...(scopeNames === undefined ? {} : { scopeNames }), ...(aiGenerated === true ? { authority: 'generated' } : {}) };
}

/** Names of files come in several forms of the same signs. */
function keyOf(path: string): string {
  return path.normalize('NFC');
}
