import type { Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { FaultlineError, type Unit } from '../../../kernel/index.ts';
import { statusOf } from './elasticsearch-fault.ts';
import { ownAlias } from './index-layout.ts';
import { excludedRuns, type IndexState } from './index-state.ts';

export const STATE_ID = 'state';

const STATE = z.object({
  identity: z.string(),
  revision: z.number().int(),
  pending: z.array(z.object({ unit: z.string(), run: z.number().int(), generation: z.number().int() })),
  discarded: z.array(z.string()),
  fenced: z.array(z.string()),
});
const UNIT = z.object({ generation: z.number().int(), runs: z.array(z.number().int()) });
const FOUND = z.object({ _index: z.string(), _seq_no: z.number(), _primary_term: z.number(), _source: z.unknown() });
const ABSENT = z.object({ _index: z.string(), found: z.literal(false) });
const WRITTEN = z.object({ _seq_no: z.number(), _primary_term: z.number() });

/** The state of an index as it was read, and where: a write holds only if nobody wrote since. */
export interface HeldState {
  readonly index: string;
  readonly state: IndexState;
  readonly sequence: number;
  readonly term: number;
}

/** What the index knows of a unit: the runs are those of which there may be passages, the highest last. */
export interface HeldRuns {
  readonly generation: number;
  readonly runs: readonly number[];
}

/** State and unit as last written, searchable or not. @throws FaultlineError `storage-failed` when they cannot be read. */
export async function readHeld(client: Client, alias: string, unit?: Unit): Promise<HeldState & { readonly held?: HeldRuns }> {
  const ids = unit === undefined ? [STATE_ID] : [STATE_ID, unit.id];
  const { docs } = await client.mget({ index: alias, ids });
  const [stateDocument, unitDocument] = docs;
  const found = FOUND.safeParse(stateDocument);
  const source = z.object({ state: STATE }).safeParse(found.data?._source);
  if (!found.success || !source.success) throw unreadable();
  const held = { index: found.data._index, state: source.data.state, sequence: found.data._seq_no, term: found.data._primary_term };
  if (unitDocument === undefined || ABSENT.safeParse(unitDocument).success) return held;
  const known = UNIT.safeParse(FOUND.safeParse(unitDocument).data?._source);
  if (!known.success) throw unreadable();
  return { ...held, held: known.data };
}

/** Undefined, and nothing written, when the state was written since it was read. */
export async function writeState(client: Client, { index, sequence, term }: HeldState, state: IndexState): Promise<HeldState | undefined> {
  const written = await unlessConflict(() =>
    client.index({
      index: ownAlias(index),
      require_alias: true,
      id: STATE_ID,
      if_seq_no: sequence,
      if_primary_term: term,
      document: stateDocument(state),
    }),
  );
  if (written === undefined) return undefined;
  const { _seq_no, _primary_term } = WRITTEN.parse(written);
  return { index, state, sequence: _seq_no, term: _primary_term };
}

export function stateDocument(state: IndexState): Record<string, unknown> {
  return { type: 'state', identity: state.identity, revision: state.revision, excluded: excludedRuns(state), state };
}

/** False, and nothing written, when a higher run of the unit is held. The run is the version of the document. */
export async function writeUnit(client: Client, index: string, unit: Unit, run: number, { generation, runs }: HeldRuns): Promise<boolean> {
  const written = await unlessConflict(() =>
    client.index({
      index: ownAlias(index),
      require_alias: true,
      id: unit.id,
      version: run,
      version_type: 'external_gte',
      document: { type: 'unit', unit: unit.id, generation, runs },
    }),
  );
  return written !== undefined;
}

async function unlessConflict<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (statusOf(error) === 409) return undefined;
    throw error;
  }
}

function unreadable(): FaultlineError {
  return new FaultlineError('storage-failed', 'The search index cannot be read; make it again with `faultline reindex`.');
}
