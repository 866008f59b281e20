import { type Caller, type Digest, digestLines, FaultlineError, type HeldUnit, type Unit } from '../../kernel/index.ts';
import { type DamagedVersion, PROJECTION_TARGETS, type ProjectionTarget } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { destinationOf } from '../projection/destination.ts';
import { project } from '../projection/projector.ts';
import { expectedDigest } from '../reconcile/expected-digest.ts';
import { walkUnits } from '../reconcile/walk-units.ts';

/**
 * `missing`: the ledger has content, the target none; `extra`: the other way round; `differs`: both have, not the same;
 * `unreadable`: the target's rows cannot be read; `ahead`: the target holds a later generation and would ignore every change.
 */
export type DriftKind = 'missing' | 'extra' | 'differs' | 'unreadable' | 'ahead';

/** A unit of a target that is not as the ledger says. */
export interface Drift {
  readonly target: ProjectionTarget;
  readonly unit: Unit;
  readonly kind: DriftKind;
}

export interface Reconciliation {
  /** Units compared, over both targets. */
  readonly compared: number;
  /** What was wrong inside a target, such as identifiers that no passage has. */
  readonly faults: readonly { readonly target: ProjectionTarget; readonly what: string }[];
  readonly drift: readonly Drift[];
  /** Versions whose own content in the ledger is not what was read: what the targets hold of these is left as it is. */
  readonly refused: readonly DamagedVersion[];
  /** Whether both were put right, and found right when compared again. */
  readonly repaired: boolean;
}

export interface ReconcileRequest {
  /** False: look only. */
  readonly repair: boolean;
  readonly onProgress?: (progress: { readonly target: ProjectionTarget; readonly compared: number }) => void;
}

const UNITS_A_REPORT = 200;
const NOTHING: Digest = digestLines([]);

/**
 * Compares, unit by unit, what search index and graph hold with what the ledger says they must hold, and has what differs
 * projected anew. Runs beside a service that goes on reading and writing: what changes meanwhile is compared again.
 * @throws FaultlineError `storage-failed` when a file cannot be read at all: then `faultline reindex` makes it anew.
 */
export async function reconcileStores(
  application: Application,
  caller: Caller,
  request: ReconcileRequest,
  signal: AbortSignal,
): Promise<Reconciliation> {
  await project(application, signal);
  const faults: { target: ProjectionTarget; what: string }[] = [];
  const drift: Drift[] = [];
  const refused: DamagedVersion[] = [];
  let compared = 0;
  let repaired = true;
  for (const target of PROJECTION_TARGETS) {
    const { store } = destinationOf(application, target);
    for (const what of await store.examine(request.repair)) faults.push({ target, what });
    if (request.repair && (await store.examine(false)).length > 0) repaired = false;
    const found: { readonly drift: Drift; readonly held: number }[] = [];
    for await (const { unit, told = 0, held = 0 } of walkUnits(application.ledger.outbox.told(target), store.held())) {
      signal.throwIfAborted();
      const kind = held > told ? 'ahead' : await settledDrift(application, target, unit, signal);
      if (kind !== undefined) found.push({ drift: { target, unit, kind }, held });
      compared += 1;
      if (compared % UNITS_A_REPORT === 0) request.onProgress?.({ target, compared });
    }
    drift.push(...found.map((one) => one.drift));
    const sound: typeof found = [];
    for (const one of found) {
      const damaged = await damageOf(application, one.drift.unit, signal);
      if (damaged === undefined) sound.push(one);
      else if (refused.every(({ version }) => version !== damaged.version)) refused.push(damaged);
    }
    if (!request.repair || sound.length === 0) continue;
    await application.ledger.outbox.renew(
      target,
      sound.map(({ drift: { unit }, held }): HeldUnit => ({ unit, generation: held })),
    );
    await project(application, signal);
    for (const { drift: one } of sound) {
      if ((await settledDrift(application, target, one.unit, signal)) !== undefined) repaired = false;
    }
  }
  const isRepaired = drift.length + faults.length > 0 && request.repair && repaired && refused.length === 0;
  noteAudit(application, caller, 'stores-reconciled', 'projections', {
    compared,
    drift: drift.length,
    faults: faults.length,
    refused: refused.length,
    repaired: isRepaired,
  });
  return { compared, faults, drift, refused, repaired: isRepaired };
}

/** What was damaged in the ledger is not to be spread to the targets, which may still hold what was read. */
async function damageOf({ ledger }: Application, unit: Unit, signal: AbortSignal): Promise<DamagedVersion | undefined> {
  return unit.kind === 'version' ? ledger.content.check(unit.id, signal) : undefined;
}

/** A difference that is still there when all that waited has been projected: what only is on its way is no drift. */
async function settledDrift(
  application: Application,
  target: ProjectionTarget,
  unit: Unit,
  signal: AbortSignal,
): Promise<DriftKind | undefined> {
  const first = await driftOf(application, target, unit, signal);
  if (first === undefined) return undefined;
  await project(application, signal);
  return driftOf(application, target, unit, signal);
}

async function driftOf(
  application: Application,
  target: ProjectionTarget,
  unit: Unit,
  signal: AbortSignal,
): Promise<DriftKind | undefined> {
  const expected = await expectedDigest(application, target, unit, signal);
  const actual = await heldDigest(destinationOf(application, target).store, unit);
  if (actual === undefined) return 'unreadable';
  if (actual === expected) return undefined;
  if (actual === NOTHING) return 'missing';
  if (expected !== NOTHING) return 'differs';
  return (await application.ledger.projection.underway(unit)) ? undefined : 'extra';
}

/** Undefined when rows of the unit are not of the shape of rows; trouble with the file itself is thrown. */
async function heldDigest(store: Application['index'] | Application['graph'], unit: Unit): Promise<Digest | undefined> {
  try {
    return await store.digest(unit);
  } catch (error) {
    if (error instanceof FaultlineError) throw error;
    return undefined;
  }
}
