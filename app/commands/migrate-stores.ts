import { FaultlineError, toFaultlineError } from '../../kernel/index.ts';
import { moveLedger, type ProjectionTarget, takeMoveBack } from '../../ledger/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { noteAudit } from '../audit/note-audit.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { type ApplicationOptions, openApplication } from '../open-application.ts';
import { openModels } from '../stores/open-embedders.ts';
import { openGraph, openIndex } from '../stores/open-projections.ts';
import { changedStores, isFile, ledgerStore, placeOf, type StoreName } from '../stores/store-locations.ts';
import { systemClock } from '../system-clock.ts';
import { rebuildProjections } from './rebuild-projections.ts';
import { reconcileStores } from './reconcile-stores.ts';

export interface MigrateRequest {
  /** The settings of the site as it shall be: the same data folder, other places of its stores. */
  readonly target: Config;
  /** Whether a graph and a search index that stand in the target place already may be replaced. */
  readonly replace?: boolean;
  readonly onProgress?: (progress: MigrationProgress) => void;
}

export type MigrationProgress =
  | { readonly step: 'copy-ledger'; readonly table: string; readonly rows: number }
  | { readonly step: 'verify-audit' }
  | { readonly step: 'project'; readonly target: ProjectionTarget; readonly units: number }
  | { readonly step: 'compare'; readonly compared: number };

/** A store that has another place now. */
export interface MovedStore {
  readonly store: StoreName;
  /** For people: host and name, or the file; no secrets. */
  readonly from: string;
  readonly to: string;
}

export interface Migrated {
  readonly moved: readonly MovedStore[];
  /** Rows of the ledger that were copied and found equal; 0 when it stays where it is. */
  readonly rows: number;
  /** Units of search index and graph that were compared with the ledger in the new place. */
  readonly compared: number;
}

/**
 * Moves the stores of a site between files of the data folder and servers, either way. The ledger is copied and compared row by
 * row while those who write are held out and those who read go on; graph and search index are made anew from it in their new place
 * and compared with it. When all of that holds the old ledger takes nothing any more; before, also after a kill, the site is as it
 * was. The old stores and the documents' bytes stay where they are.
 * @throws FaultlineError `invalid-request` when there is nothing to move; `conflict` when a target place is not empty;
 * `store-unavailable`; `store-moved` when this ledger was moved before.
 */
export async function migrateStores(
  config: Config,
  { target, replace = false, onProgress = () => undefined }: MigrateRequest,
  signal: AbortSignal,
  options: ApplicationOptions = {},
): Promise<Migrated> {
  if (target.home !== config.home)
    throw new FaultlineError('invalid-request', 'The stores move, not the data folder: it holds the bytes of the documents in both forms.');
  const changed = changedStores(config, target);
  if (changed.length === 0) throw new FaultlineError('invalid-request', 'Every store is in that place already; there is nothing to move.');
  const moved = changed.map((store): MovedStore => ({ store, from: placeOf(config, store), to: placeOf(target, store) }));
  const targets = changed.filter((store) => store !== 'ledger');
  if (!replace) await refuseUnlessFree(target, targets, options);
  const finish = async (rows: number): Promise<Migrated> => {
    try {
      return { moved, rows, compared: await makeWhole(target, { targets, moved, rows, onProgress }, signal, options) };
    } catch (error) {
      throw leftBehind(error, rows > 0 ? placeOf(target, 'ledger') : undefined);
    }
  };
  if (!changed.includes('ledger')) return finish(0);
  return moveLedger(
    {
      source: ledgerStore(config),
      target: ledgerStore(target),
      place: placeOf(target, 'ledger'),
      clock: options.clock ?? systemClock,
      onProgress: (progress) => onProgress({ step: 'copy-ledger', ...progress }),
    },
    finish,
    signal,
  );
}

/**
 * Lets the ledger of these settings take writes again after it was moved; what was written to the other one since stays there.
 * @returns where it had been moved to.
 * @throws FaultlineError `conflict` when it was not moved.
 */
export async function takeMigrationBack(config: Config, options: ApplicationOptions = {}): Promise<string> {
  const place = await takeMoveBack(ledgerStore(config), options.clock ?? systemClock);
  if (place !== undefined) return place;
  throw new FaultlineError('conflict', `The ledger in ${placeOf(config, 'ledger')} was not moved, so there is nothing to take back.`);
}

/** Files of this data folder are of this site; what stands on a server under the same name may be another's. */
async function refuseUnlessFree(target: Config, targets: readonly ProjectionTarget[], options: ApplicationOptions): Promise<void> {
  const { clock = systemClock } = options;
  const models =
    options.embedder === undefined
      ? openModels(target, undefined, clock)
      : ([{ questions: options.embedder, passages: options.embedder }] as const);
  const opening = { config: target, models, grammar: siteGrammar(target.tagPatterns), clock, readonly: false };
  for (const name of targets) {
    if (isFile(target, name)) continue;
    const store = name === 'search' ? openIndex(opening).index : openGraph(opening);
    try {
      for await (const _ of store.held()) {
        throw new FaultlineError(
          'conflict',
          `There is a ${name === 'search' ? 'search index' : 'graph'} in ${placeOf(target, name)} already: give another FAULTLINE_STORE_NAME, or --replace when it is this site's own.`,
        );
      }
    } finally {
      await store.close();
    }
  }
}

/** Makes what moved of the projections, and compares all of them with the ledger. */
async function makeWhole(
  target: Config,
  work: Required<Pick<MigrateRequest, 'onProgress'>> & {
    readonly targets: readonly ProjectionTarget[];
    readonly moved: readonly MovedStore[];
    readonly rows: number;
  },
  signal: AbortSignal,
  options: ApplicationOptions,
): Promise<number> {
  const { targets, moved, rows, onProgress } = work;
  if (targets.length > 0) {
    await rebuildProjections(target, { targets, onProgress: (progress) => onProgress({ step: 'project', ...progress }) }, signal, options);
  }
  const application = await openApplication(target, options);
  try {
    onProgress({ step: 'verify-audit' });
    const { faults } = await application.ledger.audit.verify(undefined, signal);
    if (faults.length > 0)
      throw new FaultlineError('conflict', `The audit trail is not as it was sealed: ${faults[0]?.what}; see \`faultline audit verify\`.`);
    const caller = configuredCaller(target);
    const onCompared = ({ compared }: { readonly compared: number }) => onProgress({ step: 'compare', compared });
    const {
      compared,
      drift,
      faults: inside,
    } = await reconcileStores(application, caller, { repair: false, onProgress: onCompared }, signal);
    if (drift.length + inside.length > 0)
      throw new FaultlineError('internal', `Graph and search index are not as the ledger says: ${drift.length} units differ.`);
    noteAudit(application, caller, 'stores-migrated', moved.map(({ store }) => store).join(' '), {
      rows,
      compared,
      to: moved.map(({ to }) => to),
    });
    return compared;
  } finally {
    await application.close();
  }
}

/** The same fault, with what became of both places. */
function leftBehind(error: unknown, copy: string | undefined): FaultlineError {
  const { code, message } = toFaultlineError(error);
  const emptied = copy === undefined ? '' : ` A copy of the ledger is in ${copy}: empty that place before you try again.`;
  return new FaultlineError(code, `${message} Nothing was moved, the site goes on with its stores as they were.${emptied}`, {
    cause: error,
  });
}
