import { createHash } from 'node:crypto';

/** Hex characters kept of a SHA-256 in an id: 128 bits, enough that no plant meets a collision. */
const ID_LENGTH = 32;

/** Lower-case hex SHA-256 of bytes or UTF-8 text. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * Hash of a list of parts, each preceded by its length so that ('ab','c') and ('a','bc') differ.
 * Returns 32 lower-case hex characters.
 */
export function hashParts(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = Buffer.from(part, 'utf8');
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
  }
  return hash.digest('hex').slice(0, ID_LENGTH);
}
