import { sql } from 'kysely';
import {
  compareText,
  type ExcludedRun,
  FaultlineError,
  type Json,
  type Passage,
  type TypedRecord,
  type VersionId,
} from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { parsedPassageRow, parsedRecordRow } from '../digests/row-lines.ts';
import { storedTerm } from '../rows/stored-term.ts';

/** Output of one step of a parser. */
export interface ParsedChunk {
  /** From 0, without gaps. */
  readonly ordinal: number;
  readonly inputHash: string;
  readonly carry: Json;
  readonly passages: readonly Passage[];
  readonly records: readonly TypedRecord[];
  readonly excluded: readonly ExcludedRun[];
}

/** Writes the rows of a parsed chunk; `tokens[i]` are the analysed tokens of passage i. */
export async function writeParsed(
  trx: Writing,
  dialect: LedgerDialect,
  version: VersionId,
  chunk: ParsedChunk,
  tokens: readonly (readonly string[])[],
): Promise<void> {
  if (tokens.length !== chunk.passages.length) throw new FaultlineError('internal', 'Each passage needs its tokens.');
  const recorded = new Set<string>(chunk.records.map((record) => record.passageId));
  const rows = chunk.passages.map((passage, index) => {
    return {
      ...parsedPassageRow(passage),
      version: passage.versionId,
      scope_json: JSON.stringify(passage.scope),
      tokens_json: JSON.stringify(tokens[index] ?? []),
      has_record: recorded.has(passage.id) ? 1 : 0,
    };
  });
  if (rows.some((row) => row.version !== version)) throw new FaultlineError('internal', 'A passage belongs to another version.');
  for (const batch of batches(rows)) await trx.insertInto('passage').values(batch).execute();
  await writeRecords(trx, dialect, version, chunk.records);
  for (const batch of batches(chunk.excluded.map((run, position) => excludedRow(version, chunk.ordinal, run, position)))) {
    await trx.insertInto('excluded_run').values(batch).execute();
  }
  await writeTerms(trx, version, tokens);
  const tokenCount = tokens.reduce((sum, list) => sum + list.length, 0);
  await trx
    .updateTable('version')
    .set((row) => ({
      passages: row('passages', '+', chunk.passages.length),
      tokens: row('tokens', '+', tokenCount),
      records: row('records', '+', chunk.records.length),
    }))
    .where('id', '=', version)
    .execute();
}

async function writeRecords(trx: Writing, dialect: LedgerDialect, version: VersionId, records: readonly TypedRecord[]): Promise<void> {
  for (const batch of batches(records)) {
    await trx
      .insertInto('record')
      .values(
        batch.map((record) => {
          const { columns_json, ...row } = parsedRecordRow(record);
          return { ...row, version, columns: dialect.packJson(columns_json), coded: null };
        }),
      )
      .execute();
  }
}

function excludedRow(version: VersionId, chunk: number, run: ExcludedRun, position: number) {
  const { reason, ...content } = run;
  return { version, chunk, position, reason, content_json: JSON.stringify(content) };
}

/** Counts in how many passages each token stands. */
async function writeTerms(trx: Writing, version: VersionId, tokens: readonly (readonly string[])[]): Promise<void> {
  const frequencies = new Map<string, number>();
  for (const list of tokens) for (const term of new Set(list.map(storedTerm))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  const rows = [...frequencies].map(([term, frequency]) => ({ version, term, frequency })).sort((a, b) => compareText(a.term, b.term));
  for (const batch of batches(rows)) {
    await trx
      .insertInto('version_term')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['version', 'term']).doUpdateSet({ frequency: sql<number>`version_term.frequency + excluded.frequency` }),
      )
      .execute();
  }
}
