import { canonicalJson } from '../kernel/index.ts';
import type { IndexedPassage } from './search-index.ts';

/** Canonical line of an indexed passage for the digest of its version; lines sort by passage id. */
export function passageLine(passage: IndexedPassage): string {
  const { id, vector, ...rest } = passage;
  const bytes = vector === undefined ? undefined : Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
  return canonicalJson([id, { ...rest, exact: [...rest.exact].sort(), scope: [...rest.scope].sort(), vector: bytes }]);
}
