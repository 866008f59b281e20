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

/** Characters that are hashed at once: a call for each row takes longer than the hash. */
const PIECE = 65_536;

/** The proof of a figure: a hash over its query and the ids of the rows that matched. */
export function startRecordProof(query: AggregateQuery): RecordProof {
  const hash = createHash('sha256').update(canonicalJson(query as unknown as Json));
  let piece = '';
  return {
    add(versionId, ordinal) {
      piece += `\n${versionId}:${ordinal}`;
      if (piece.length < PIECE) return;
      hash.update(piece);
      piece = '';
    },
    end: () => hash.update(piece).digest('hex'),
  };
}
