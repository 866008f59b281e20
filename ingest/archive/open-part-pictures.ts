import type { PictureReader, PictureText } from '../parser/picture-text.ts';
import type { Package } from './open-package.ts';

/** Bytes that a picture of as many pixels as are read takes at most, save one that is hardly packed. */
const LARGEST = 200_000_000;

/** Reads the pictures of an Office package by the names of their parts. */
export type ReadPartPicture = (part: string, pictures: PictureReader) => Promise<readonly PictureText[]>;

/** A part is unpacked once, however often it is shown: it says nothing new, and may be shown a million times. */
export function openPartPictures(source: Package): ReadPartPicture {
  const seen = new Set<string>();
  return async (part, pictures) => {
    if (seen.has(part)) return [];
    seen.add(part);
    return readPartPicture(source, part, pictures);
  };
}

/** What stands in a picture; nothing of one that is not there or holds too much. */
async function readPartPicture(source: Package, part: string, pictures: PictureReader): Promise<readonly PictureText[]> {
  const stream = await source.partStream(part);
  if (stream === undefined) {
    pictures.miss('not in the file');
    return [];
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length <= LARGEST) continue;
    pictures.miss('too large');
    return [];
  }
  return pictures.read(Buffer.concat(chunks));
}
