import { canonicalJson, type Json, type Passage, type TypedRecord } from '../../kernel/index.ts';
import { fromPackedJson, toPackedJson } from '../connection/dialect/postgres-text.ts';
import { packRuns } from '../rows/packed-runs.ts';
import { storedColumns } from '../rows/record-cells.ts';

/** Escapes that a database keeps in a form of its own. */
const RARE = /\\u(?:000[01]|d[89a-f])/;

/** What parsing writes of a passage; the rest of its row comes of extraction and analysis. */
export interface ParsedPassageRow {
  readonly id: string;
  readonly ord: number;
  readonly kind: string;
  readonly language: string;
  readonly text: string;
  readonly content_json: string;
  readonly runs: Uint8Array | null;
}

/** What parsing writes of a record; `columns_json` as it was given to be packed. */
export interface ParsedRecordRow {
  readonly ordinal: number;
  readonly kind: string;
  readonly passage: string;
  readonly anchor_json: string;
  readonly fault: string | null;
  readonly columns_json: string;
}

export function parsedPassageRow(passage: Passage): ParsedPassageRow {
  const { id, versionId: _, kind, order, text, runs, scope: __, ...content } = passage;
  const packed = runs === undefined ? null : packRuns(runs);
  return { id, ord: order, kind, language: passage.language, text, content_json: JSON.stringify(content), runs: packed };
}

export function parsedRecordRow(record: TypedRecord): ParsedRecordRow {
  const { ordinal, kind, passageId, anchor, fault, columns } = record;
  const columns_json = storedColumns(columns);
  return { ordinal, kind, passage: passageId, anchor_json: JSON.stringify(anchor), fault: fault ?? null, columns_json };
}

/** All that was parsed of a passage, as one line of a digest. */
export function passageLine({ id, ord, kind, language, text, content_json, runs }: ParsedPassageRow): string {
  return JSON.stringify([id, ord, kind, language, text, content_json, runs === null ? null : Buffer.from(runs).toString('base64')]);
}

export function recordLine({ ordinal, kind, passage, anchor_json, fault, columns_json }: ParsedRecordRow): string {
  return JSON.stringify([ordinal, kind, passage, anchor_json, fault, packedLine(columns_json)]);
}

/** Equal in every database: those that keep packed JSON keep neither the order of members nor halves of characters. */
export function packedLine(json: string): string {
  return canonicalJson(JSON.parse(RARE.test(json) ? fromPackedJson(toPackedJson(json)) : json) as Json);
}
