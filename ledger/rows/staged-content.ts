import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { FaultlineError } from '../../kernel/index.ts';

/**
 * Something of a reading that is kept whole until its time: as the reading process hands it over, in its form (numbers to the bit,
 * absent members absent), so that what is written of it later equals what would have been written at once.
 */
export function packStaged(value: unknown): { readonly content: Uint8Array; readonly content_hash: string } {
  const content = serialize(value);
  return { content, content_hash: hashOf(content) };
}

/** @throws FaultlineError `storage-failed` when it is not what was kept. */
export function unpackStaged(row: { readonly content: Uint8Array; readonly content_hash: string }): unknown {
  if (hashOf(row.content) !== row.content_hash)
    throw new FaultlineError(
      'storage-failed',
      'The ledger holds a damaged chunk of a document that is read again; cancel the job and retry it.',
    );
  return deserialize(row.content);
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
