import { FaultlineError } from '../../../kernel/index.ts';

/** Bytes of an id without its prefix. */
export const ID_BYTES = 16;
const PREFIX_LENGTH = 4;

/** Puts the id at place `at` of a row of ids. @throws FaultlineError `storage-failed` for a text that is no id. */
export function writeId(bytes: Buffer, at: number, id: string): void {
  const isWritten = id.length === PREFIX_LENGTH + 2 * ID_BYTES && bytes.write(id.slice(PREFIX_LENGTH), at * ID_BYTES, 'hex') === ID_BYTES;
  if (!isWritten) throw unreadableRow();
}

export function readId(bytes: Buffer, at: number): string {
  return bytes.toString('hex', at * ID_BYTES, (at + 1) * ID_BYTES);
}

export function isSameId(bytes: Buffer, left: number, right: number): boolean {
  for (let byte = 0; byte < ID_BYTES; byte++) if (bytes[left * ID_BYTES + byte] !== bytes[right * ID_BYTES + byte]) return false;
  return true;
}

/** Place of an id in an ascending row of ids; undefined when it is not there. */
export function findId(bytes: Buffer, id: string): number | undefined {
  const asked = Buffer.from(id.slice(PREFIX_LENGTH), 'hex');
  if (asked.length !== ID_BYTES) return undefined;
  let low = 0;
  let high = bytes.length / ID_BYTES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = bytes.compare(asked, 0, ID_BYTES, middle * ID_BYTES, (middle + 1) * ID_BYTES);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

export function unreadableRow(): FaultlineError {
  return new FaultlineError('storage-failed', 'A row of the graph file cannot be read; make it anew with `faultline reindex`.');
}
