import { createHash } from 'node:crypto';

/** Hex SHA-256 over lines that are already in order, each ended by a line feed: the digest of a projection's unit. */
export function digestLines(lines: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`, 'utf8');
  return hash.digest('hex');
}

/** The same over lines that come one after the other. */
export async function digestAsyncLines(lines: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of lines) hash.update(`${line}\n`, 'utf8');
  return hash.digest('hex');
}
