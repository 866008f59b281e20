import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { AggregateQuery } from './ports/record-reader.ts';

/** Grows row by row into the proof of a figure. */
export interface RecordProof {
  /** Rows come in order of (version, ordinal). */
  add(versionId: string, ordinal: number): void;
  /** Hex SHA-256; nothing can be added after. */
  end(): string;
}

/** The proof of a figure: a hash over its query and the ids of the rows that matched. */
export function startRecordProof(query: AggregateQuery): RecordProof {
  const hash = createHash('sha256').update(canonicalJson(query as unknown as Json));
  return {
    add: (versionId, ordinal) => void hash.update(`\n${versionId}:${ordinal}`),
    end: () => hash.digest('hex'),
  };
}
