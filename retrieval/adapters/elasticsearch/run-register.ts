import { setTimeout } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { FaultlineError, type Unit } from '../../../kernel/index.ts';
import { type HeldState, readHeld, writeState, writeUnit } from './held-documents.ts';
import { ownAlias } from './index-layout.ts';
import { claimRun, giveUpRun, type IndexState, publishRun, runKey, runStanding, settleRuns } from './index-state.ts';

/** Runs that one generation may have before they take numbers of the next one: a run is the version of what it writes. */
const RUNS_A_GENERATION = 4_096;
/** Several processes change the state now and then; each try is some milliseconds, and each wait one unit longer than the last. */
const MOST_TRIES = 50;
const WAIT_MS = 4;

/** A run that was begun, with what the unit held before. */
export interface Claim {
  readonly index: string;
  readonly unit: Unit;
  readonly generation: number;
  readonly run: number;
  readonly key: string;
  /** Keys of earlier runs of which there may be passages. */
  readonly older: readonly string[];
  readonly held: HeldState;
}

/** Undefined when a higher generation is held or being written. @throws FaultlineError `conflict` for an index of another identity. */
export async function beginRun(
  client: Client,
  alias: string,
  identity: string,
  unit: Unit,
  generation: number,
): Promise<Claim | undefined> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const { held = { generation: -1, runs: [] }, ...read } = await readHeld(client, alias, unit);
    if (read.state.identity !== identity) throw foreignIndex();
    const others = read.state.pending.filter((one) => one.unit === unit.id);
    if ([held, ...others].some((one) => one.generation > generation)) return undefined;
    const known = [...new Set([...held.runs, ...others.map((one) => one.run)])].sort((left, right) => left - right);
    const run = Math.max((known.at(-1) ?? 0) + 1, generation * RUNS_A_GENERATION);
    const key = runKey(unit.id, run);
    const state = await writeState(client, read, claimRun(read.state, { unit: unit.id, run, generation }));
    if (state === undefined) {
      await setTimeout(attempt * WAIT_MS);
      continue;
    }
    if (await writeUnit(client, read.index, unit, run, { generation, runs: [...known, run] })) {
      const older = known.map((one) => runKey(unit.id, one));
      return { index: read.index, unit, generation, run, key, older, held: state };
    }
    await changeState(client, state, (now) => giveUpRun(now, key));
  }
  throw contended();
}

/** Shows what the run wrote in place of what the unit had. False, and nothing changed, when another took over. */
export async function publish(
  client: Client,
  claim: Claim,
): Promise<{ readonly held: HeldState; readonly givenUp: readonly string[] } | undefined> {
  let givenUp: readonly string[] = [];
  const held = await changeState(client, claim.held, (state) => {
    if (runStanding(state, claim.key) !== 'pending') return undefined;
    givenUp = claim.older.filter((key) => runStanding(state, key) === 'given-up');
    return publishRun(state, claim.key, claim.older);
  });
  return runStanding(held.state, claim.key) === 'given-up' ? undefined : { held, givenUp };
}

/** Deletes what earlier runs left, and notes that nothing is left of them. */
export async function cleanOlder(client: Client, claim: Claim, held: HeldState, givenUp: readonly string[]): Promise<void> {
  if (claim.older.length === 0) return;
  await deleteRuns(client, claim.index, claim.older);
  await writeUnit(client, claim.index, claim.unit, claim.run, { generation: claim.generation, runs: [claim.run] });
  await changeState(client, held, (state) => settleRuns(state, claim.older, givenUp));
}

/** Deletes the passages of runs that are not seen. */
export async function deleteRuns(client: Client, index: string, keys: readonly string[]): Promise<void> {
  const alias = ownAlias(index);
  await client.indices.refresh({ index: alias });
  const { failures = [] } = await client.deleteByQuery({
    index: alias,
    conflicts: 'proceed',
    refresh: true,
    query: { bool: { filter: [{ term: { type: 'passage' } }, { terms: { run: [...keys] } }] } },
  });
  if (failures.length > 0) {
    throw new FaultlineError(
      'store-unavailable',
      `Elasticsearch did not delete ${failures.length} passages that were replaced; try again.`,
    );
  }
}

/** Changes the state as it is now, however often others change it meanwhile; a change that is none ends it. */
export async function changeState(
  client: Client,
  known: HeldState,
  change: (state: IndexState) => IndexState | undefined,
): Promise<HeldState> {
  let held = known;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const changed = change(held.state);
    if (changed === undefined) return held;
    const written = await writeState(client, held, changed);
    if (written !== undefined) return written;
    await setTimeout(attempt * WAIT_MS);
    held = await readHeld(client, ownAlias(held.index));
  }
  throw contended();
}

export function foreignIndex(): FaultlineError {
  return new FaultlineError(
    'conflict',
    'The search index was made with another analyser or embedding; make it anew with `faultline reindex`, or start this program again if that was just done.',
  );
}

function contended(): FaultlineError {
  return new FaultlineError('busy', 'Too many writers change the search index at once; try again.');
}
