import { readFile, stat } from 'node:fs/promises';
import { PHOTO_LIMITS } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { fileFault } from './file-fault.ts';

/** The bytes of a photo that the user named. @throws FaultlineError `not-found`, `file-failed`, `document-too-large`. */
export async function readPhotoFile(path: string): Promise<Uint8Array> {
  const { maxBytes } = PHOTO_LIMITS;
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new FaultlineError('document-too-large', `The photo has ${size} bytes; at most ${maxBytes} are read.`);
    return await readFile(path);
  } catch (error) {
    throw fileFault(error, path);
  }
}
