import { sql } from 'kysely';
import { type Passage, sha256, type TypedRecord, type VersionId } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { readRecord, recordColumns, type StoredRecord } from '../rows/record-rows.ts';
import { begunAnewFrom, isBegunAnew, rereadParsed } from './reread-chunks.ts';

/** A run of parsed passages in reading order with the records that they quote: what one step of extraction works on. */
export interface ParsedMaterial {
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  /** Over the ids of the passages, which say all of their content. */
  readonly inputHash: string;
}

/**
 * Passages of a version with `order` in [from, from + count), whatever its state, as parsing left them: of one that is read again
 * those read again, and of what is shown what stays.
 */
export async function parsedMaterial(
  { reader, dialect }: Connections,
  version: VersionId,
  from: number,
  count: number,
): Promise<ParsedMaterial> {
  const isAnew = isBegunAnew(await begunAnewFrom(reader, version), 'parsed');
  const rows = isAnew
    ? []
    : await reader
        .selectFrom('passage')
        .selectAll()
        .where('version', '=', version)
        .where('ord', '>=', from)
        .where('ord', '<', from + count)
        .orderBy('ord')
        .execute();
  const stored = isAnew
    ? []
    : (
        await sql<StoredRecord>`select ${recordColumns(dialect)} from passage
          join record on record.passage = passage.id
          where passage.version = ${version} and passage.ord >= ${from} and passage.ord < ${from + count} order by record.ordinal`.execute(
          reader,
        )
      ).rows;
  const again = await rereadParsed(reader, version, from, count);
  // What an earlier extraction found is no part of what the next one works on.
  const passages = [...rows.map((row): Passage => ({ ...readPassage(row), scope: [] })), ...again.passages];
  return {
    passages,
    records: [...stored.map((row) => readRecord({ ...row, coded_json: null })), ...again.records],
    inputHash: sha256(passages.map((passage) => passage.id).join('\n')),
  };
}
