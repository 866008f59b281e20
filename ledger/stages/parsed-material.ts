import { sql } from 'kysely';
import { type Passage, sha256, type TypedRecord, type VersionId } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { readRecord, recordColumns, type StoredRecord } from '../rows/record-rows.ts';

/** A run of parsed passages in reading order with the records that they quote: what one step of extraction works on. */
export interface ParsedMaterial {
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  /** Over the ids of the passages, which say all of their content. */
  readonly inputHash: string;
}

/** Passages of a version with `order` in [from, from + count), whatever its state. */
export async function parsedMaterial(
  { reader, dialect }: Connections,
  version: VersionId,
  from: number,
  count: number,
): Promise<ParsedMaterial> {
  const rows = await reader
    .selectFrom('passage')
    .selectAll()
    .where('version', '=', version)
    .where('ord', '>=', from)
    .where('ord', '<', from + count)
    .orderBy('ord')
    .execute();
  const records = await sql<StoredRecord>`select ${recordColumns(dialect)} from passage
    join record on record.passage = passage.id
    where passage.version = ${version} and passage.ord >= ${from} and passage.ord < ${from + count} order by record.ordinal`.execute(
    reader,
  );
  return {
    passages: rows.map(readPassage),
    records: records.rows.map(readRecord),
    inputHash: sha256(rows.map((row) => row.id).join('\n')),
  };
}
