import type { PictureFormat } from './open-picture.ts';

const MARKS: readonly (readonly [PictureFormat, Buffer])[] = [
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['tiff', Buffer.from('II*\0', 'latin1')],
  ['tiff', Buffer.from('MM\0*', 'latin1')],
];

/** Format of a picture by its first bytes; undefined of one that is not read. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  return MARKS.find(([, mark]) => mark.equals(bytes.subarray(0, mark.length)))?.[0];
}
