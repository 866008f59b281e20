import { PNG_MARK, pngChunk } from '../../eval/fuzz/png-chunk.ts';

/** Packed, as the data of a picture are. */
const NOTHING = Buffer.from('789c030000000001', 'hex');

/** Head of a file as iPhones make them; nothing of it is a picture. */
export const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)]);

/** A whole PNG of a few bytes that says to have so many pixels. */
export function giganticPng(width: number, height: number, data = NOTHING): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([PNG_MARK, pngChunk('IHDR', head), pngChunk('IDAT', data), pngChunk('IEND', Buffer.alloc(0))]);
}
