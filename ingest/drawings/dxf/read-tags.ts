import { open } from 'node:fs/promises';
import { createBinaryTags } from './binary-tags.ts';
import type { TakeTag } from './tag-cutter.ts';
import { createTextTags } from './text-tags.ts';

/** What a file in the binary form begins with. */
export const BINARY_MARK = Buffer.from('AutoCAD Binary DXF\r\n\u001a\0', 'latin1');
const PIECE = 256 * 1024;

/**
 * Reads a DXF file of either form tag by tag, in bounded memory.
 * @throws FaultlineError `parse-failed` where the bytes are no tags.
 */
export async function readTags(path: string, take: TakeTag): Promise<void> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(BINARY_MARK.length);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const isBinary = bytesRead === head.length && head.equals(BINARY_MARK);
    const cutter = isBinary ? createBinaryTags(take) : createTextTags(take);
    const start = isBinary ? BINARY_MARK.length : 0;
    for await (const bytes of file.createReadStream({ start, highWaterMark: PIECE })) cutter.push(bytes as Buffer);
    cutter.end();
  } finally {
    await file.close();
  }
}
