import { type Caller, type DecisionId, type DecisionState, FaultlineError, type MadeDecision } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { readerAccess } from '../reader-access.ts';

/** A decision as a reader finds it. */
export interface ListedDecision extends MadeDecision {
  /** What it is about is not there at the moment; it holds again when that is back. */
  readonly dormant: boolean;
}

export interface DecisionFilter {
  readonly states?: readonly DecisionState[];
  /** Only those before this one. */
  readonly after?: DecisionId;
  readonly limit: number;
}

/**
 * Decisions on what the caller may read, newest first. Those on what is not there are for who may read everything.
 * @throws FaultlineError `invalid-request` where the caller finds no decision `after`.
 */
export async function listDecisions(
  application: Application,
  caller: Caller,
  { states, after, limit }: DecisionFilter,
): Promise<readonly ListedDecision[]> {
  const all = (await readableOf(application, caller, await application.ledger.decisions.list(caller.tenant))).reverse();
  // Of what the caller may not read it must not show that it is there.
  const begin = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && begin === 0)
    throw new FaultlineError('invalid-request', 'There is no decision from which this list goes on; begin it anew.');
  return all
    .slice(begin)
    .filter(({ state }) => states?.includes(state) ?? true)
    .slice(0, limit);
}

/** @throws FaultlineError `not-found`. */
export async function findDecision(application: Application, caller: Caller, id: DecisionId): Promise<ListedDecision> {
  const made = await application.ledger.decisions.find(caller.tenant, id);
  const [found] = made === undefined ? [] : await readableOf(application, caller, [made]);
  if (found === undefined) throw new FaultlineError('not-found', 'There is no such decision, or you may not read what it is about.');
  return found;
}

async function readableOf(application: Application, caller: Caller, all: readonly MadeDecision[]): Promise<ListedDecision[]> {
  const access = await readerAccess(application, caller);
  const present = await application.ledger.decisions.present(
    access,
    all.map((made) => made.id),
  );
  return all.flatMap((made) => (caller.labels === 'all' || present.has(made.id) ? [{ ...made, dormant: !present.has(made.id) }] : []));
}
