import type { Selectable } from 'kysely';
import { type Clock, isIntact, type Passage, RecentMap } from '../../kernel/index.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { readPassage } from '../rows/passage-rows.ts';
import { readTexts } from '../rows/stored-shapes.ts';
import { IDLE_MILLISECONDS } from './idle-milliseconds.ts';

type PassageRow = Omit<Selectable<LedgerSchema['passage']>, 'has_record'>;

/** What a row says by itself, whoever reads it. */
export interface ReadRow {
  readonly passage: Passage;
  readonly tokens: readonly string[];
  readonly isIntact: boolean;
}

/** Rows remembered at most: some 50 MB, those of a few questions with the tables around them. */
const REMEMBERED = 8_192;

/**
 * Takes rows of passages apart; one that is byte by byte as it was when it was last read is not taken apart and checked again. The
 * row itself is compared, so what was changed where it is kept is seen at the next read.
 * @throws FaultlineError `storage-failed` for a row that is damaged.
 */
export function rememberPassages(clock: Clock): (row: PassageRow) => ReadRow {
  const remembered = new RecentMap<string, { readonly row: PassageRow; readonly read: ReadRow }>(REMEMBERED, {
    clock,
    milliseconds: IDLE_MILLISECONDS,
  });
  return (row) => {
    const held = remembered.get(row.id);
    if (held !== undefined && isSame(held.row, row)) return held.read;
    const passage = readPassage(row);
    const read = { passage, tokens: readTexts(row.tokens_json, 'passage'), isIntact: isIntact(passage) };
    remembered.set(row.id, { row, read });
    return read;
  };
}

function isSame(a: PassageRow, b: PassageRow): boolean {
  return (
    a.version === b.version &&
    a.ord === b.ord &&
    a.kind === b.kind &&
    a.text === b.text &&
    a.content_json === b.content_json &&
    a.scope_json === b.scope_json &&
    a.tokens_json === b.tokens_json &&
    areSame(a.runs, b.runs)
  );
}

function areSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}
