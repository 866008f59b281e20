import { mkdir } from 'node:fs/promises';
import { openDocumentReader } from '../../ingest/index.ts';
import type { Clock, HeldUnit } from '../../kernel/index.ts';
import { type Ledger, openLedger, type ProjectionTarget } from '../../ledger/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { analyserVersion } from '../../retrieval/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { type ApplicationOptions, openApplication, PIPELINE_ENTRY } from '../open-application.ts';
import { type Destination, destinationOf } from '../projection/destination.ts';
import { project, projectUnits } from '../projection/projector.ts';
import { walkUnits } from '../reconcile/walk-units.ts';
import { type Beside, openBeside, type Replaced } from '../stores/open-beside.ts';
import { openEmbedders } from '../stores/open-embedders.ts';
import { ledgerStore } from '../stores/store-locations.ts';
import { systemClock } from '../system-clock.ts';

export interface RebuildRequest {
  readonly targets: readonly ProjectionTarget[];
  /** Told every few seconds; `of` may grow by what changes meanwhile. */
  readonly onProgress?: (progress: RebuildProgress) => void;
}

export interface RebuildProgress {
  readonly target: ProjectionTarget;
  readonly units: number;
  readonly of: number;
}

export interface Rebuilt {
  readonly target: ProjectionTarget;
  /** Units projected, those that changed meanwhile counted again. */
  readonly units: number;
  /** `file`: the old one was no database any more, and a service that has it open must be started again. */
  readonly replaced: Replaced;
}

const UNITS_A_STEP = 20;
const REPORT_MILLISECONDS = 2_000;
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
  const clock = options.clock ?? systemClock;
  const reader = openDocumentReader(PIPELINE_ENTRY);
  const passageEmbedder =
    options.embedder ?? openEmbedders(config, config.embeddingFolder === undefined ? undefined : reader, clock).passages;
  const ledger = await openLedger({ store: ledgerStore(config), clock });
  const rebuilt: Rebuilt[] = [];
  try {
    for (const target of targets) {
      const report = throttled(clock, (units, of) => onProgress({ target, units, of }));
      const made = await rebuild(
        await openBeside(config, target, passageEmbedder),
        { ledger, passageEmbedder, grammar: siteGrammar(config.tagPatterns) },
        report,
        signal,
      );
      rebuilt.push({ target, ...made });
    }
  } finally {
    await reader.close();
    await ledger.close();
  }
  const application = await openApplication(config, options);
  try {
    for (const target of targets) await renewChanged(application, target);
    await project(application, signal);
    noteAudit(application, configuredCaller(config), 'stores-reindexed', targets.join(' '), {
      embedder: passageEmbedder.model,
      analyser: analyserVersion(application.grammar),
      units: rebuilt.reduce((sum, { units }) => sum + units, 0),
    });
  } finally {
    await application.close();
  }
  return rebuilt;
}

type Report = (units: number, of: number) => void;

/** Tells of the first and the last of what is to be told, and between them as often as a person reads. */
function throttled(clock: Clock, tell: Report): Report {
  let next = Number.NEGATIVE_INFINITY;
  return (units, of) => {
    if (units < of && clock.now() < next) return;
    next = clock.now() + REPORT_MILLISECONDS;
    tell(units, of);
  };
}

/** Makes one store anew, and puts it in the live one's place. */
async function rebuild(
  beside: Beside,
  from: Pick<Application, 'ledger' | 'passageEmbedder' | 'grammar'>,
  report: Report,
  signal: AbortSignal,
): Promise<Omit<Rebuilt, 'target'>> {
  try {
    const units = await fill(beside.destination, from, report, signal);
    return { units, replaced: await beside.putInPlace() };
  } finally {
    await beside.close();
  }
}

/** Fills a new store with all units, then with those that changed since, until none has. */
async function fill(
  destination: Destination,
  from: Pick<Application, 'ledger' | 'passageEmbedder' | 'grammar'>,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  let units = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = await olderUnits(from.ledger, destination);
    if (changed.length === 0) break;
    for (let start = 0; start < changed.length; start += UNITS_A_STEP) {
      const step = changed.slice(start, start + UNITS_A_STEP);
      await projectUnits(from, destination, step, signal);
      units += step.length;
      report(units, units + changed.length - start - step.length);
    }
  }
  await destination.store.flush();
  return units;
}

/** What changed between the last look and the switch went to the old file: it has to be told again. */
async function renewChanged(application: Application, target: ProjectionTarget): Promise<void> {
  await application.ledger.outbox.renew(target, await olderUnits(application.ledger, destinationOf(application, target)));
}

/** Units that the ledger told a target of at a later generation than the store holds. */
async function olderUnits(ledger: Ledger, { target, store }: Destination): Promise<HeldUnit[]> {
  const older: HeldUnit[] = [];
  for await (const { unit, told = 0, held = 0 } of walkUnits(ledger.outbox.told(target), store.held())) {
    if (told > held) older.push({ unit, generation: told });
  }
  return older;
}
