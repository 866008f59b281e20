import { constants, open } from 'node:fs/promises';
import { FaultlineError } from '../kernel/index.ts';

const PIECE_BYTES = 1 << 16;

/**
 * Bytes of a regular file in pieces. A device or pipe may have no end and a pipe without a writer never opens, so the file is
 * opened without waiting and looked at before a byte is read; it is looked at open, since a path may lead elsewhere a moment later.
 * @throws FaultlineError `invalid-request` for what is no regular file; the signal's reason when aborted; the system's own errors.
 */
export async function* readRegularFile(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) {
      throw new FaultlineError('invalid-request', 'It is no regular file (a device, pipe, socket or folder); only files are read.');
    }
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
