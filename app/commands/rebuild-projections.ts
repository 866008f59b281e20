import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteGraphStore, replaceGraph } from '../../graph/index.ts';
import type { HeldUnit } from '../../kernel/index.ts';
import { type Ledger, openLedger, type ProjectionTarget } from '../../ledger/index.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { ANALYSER_VERSION, openSqliteSearchIndex, replaceSearchIndex } from '../../retrieval/index.ts';
import { removeSqlite } from '../../storage/index.ts';
import { type Application, type ApplicationOptions, openApplication } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { project, projectUnits } from '../projector.ts';
import { walkUnits } from '../reconcile/walk-units.ts';
import { systemClock } from '../system-clock.ts';

export interface RebuildRequest {
  readonly targets: readonly ProjectionTarget[];
  readonly onProgress?: (progress: { readonly target: ProjectionTarget; readonly units: number }) => void;
}

export interface Rebuilt {
  readonly target: ProjectionTarget;
  /** Units projected, those that changed meanwhile counted again. */
  readonly units: number;
  /** `file`: the old one was no database any more, and a service that has it open must be started again. */
  readonly replaced: 'content' | 'file';
}

const UNITS_A_STEP = 1_000;
/** After this many rounds of what changed meanwhile the rest is left to the projector. */
const MOST_ROUNDS = 5;

/**
 * Makes search index and graph anew beside the live ones, from the ledger and nothing else, then puts each in its place in one
 * commit. Needs no readable index or graph, so it is also the way to another analyser or embedder. A running service of this
 * version goes on searching the old one until the switch and the new one after it; what changes meanwhile is brought in.
 * @throws FaultlineError `storage-failed`, `busy`.
 */
export async function rebuildProjections(
  config: Config,
  { targets, onProgress = () => undefined }: RebuildRequest,
  signal: AbortSignal,
  options: ApplicationOptions = {},
): Promise<readonly Rebuilt[]> {
  await mkdir(config.home, { recursive: true });
  const embedder = options.embedder ?? openStaticEmbedder();
  const ledger = await openLedger({ store: { kind: 'sqlite', path: join(config.home, 'ledger.db') }, clock: options.clock ?? systemClock });
  const rebuilt: Rebuilt[] = [];
  try {
    for (const target of targets) {
      const made = join(config.home, `${target}.next.db`);
      await removeSqlite(made);
      try {
        const units = await make({ ledger, embedder }, target, made, (count) => onProgress({ target, units: count }), signal);
        const live = join(config.home, `${target}.db`);
        const replaced = target === 'search' ? await replaceSearchIndex(made, live) : await replaceGraph(made, live);
        rebuilt.push({ target, units, replaced });
      } finally {
        await removeSqlite(made);
      }
    }
  } finally {
    await ledger.close();
  }
  const application = await openApplication(config, options);
  try {
    for (const target of targets) await renewChanged(application, target);
    await project(application, signal);
    noteAudit(application, configuredCaller(config), 'stores-reindexed', targets.join(' '), {
      embedder: embedder.model,
      analyser: ANALYSER_VERSION,
      units: rebuilt.reduce((sum, { units }) => sum + units, 0),
    });
  } finally {
    await application.close();
  }
  return rebuilt;
}

/** Fills a new file with all units, then with those that changed since, until none has. */
async function make(
  { ledger, embedder }: Pick<Application, 'ledger' | 'embedder'>,
  target: ProjectionTarget,
  path: string,
  onUnits: (count: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const { model, dimension, centre } = embedder;
  const index = openSqliteSearchIndex(target === 'search' ? path : ':memory:', { analyser: ANALYSER_VERSION, model, dimension, centre });
  const graph = openSqliteGraphStore(target === 'graph' ? path : ':memory:');
  const store = target === 'search' ? index : graph;
  let units = 0;
  try {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const changed = await olderUnits(ledger, target, store);
      if (changed.length === 0) break;
      for (let start = 0; start < changed.length; start += UNITS_A_STEP) {
        const step = changed.slice(start, start + UNITS_A_STEP);
        await projectUnits({ ledger, embedder, index, graph }, target, step, signal);
        units += step.length;
        onUnits(units);
      }
    }
    await store.flush();
    return units;
  } finally {
    index.close();
    graph.close();
  }
}

/** What changed between the last look and the switch went to the old file: it has to be told again. */
async function renewChanged({ ledger, index, graph }: Application, target: ProjectionTarget): Promise<void> {
  await ledger.outbox.renew(target, await olderUnits(ledger, target, target === 'search' ? index : graph));
}

/** Units that the ledger told a target of at a later generation than the store holds. */
async function olderUnits(
  ledger: Ledger,
  target: ProjectionTarget,
  store: Application['index'] | Application['graph'],
): Promise<HeldUnit[]> {
  const older: HeldUnit[] = [];
  for await (const { unit, told = 0, held = 0 } of walkUnits(ledger.outbox.told(target), store.held())) {
    if (told > held) older.push({ unit, generation: told });
  }
  return older;
}
