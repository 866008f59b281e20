import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPlantFile, plantsLeft, removeServers, runHttpAccess, runLanes, startServers, sumPlants } from '../../eval/index.ts';
import { ERROR_TABLE, entryBeside, FaultlineError, programEntry } from '../../kernel/index.ts';
import { serveHttp } from '../http/serve-http.ts';
import type { CommandLine } from './command-line.ts';

interface ThroughHttp {
  readonly seed: number;
  readonly count: number;
  readonly matrices: number;
  readonly demo: boolean;
  readonly atOnce: number;
  /** Processes at a time. */
  readonly lanes: number;
  readonly stores: 'files' | 'servers';
  /** Whose servers are used and left running; absent: they are started for the run and removed at its end. */
  readonly serversHome?: string;
  /** File of plants that were probed; absent: nothing is kept. */
  readonly keep?: string;
  /** The only one that is probed, from 0. */
  readonly plant?: number;
}

/**
 * Probes what is not in the file yet, in this process or in several, and gives all that the file holds, by kind of stores.
 * @throws FaultlineError `internal` when a process fails; what was probed until then is kept.
 */
export async function probeThroughHttp(line: CommandLine, options: ThroughHttp): Promise<ReturnType<typeof sumPlants>> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-access-'));
  const { lanes, serversHome, stores } = options;
  const keep = resolve(options.keep ?? join(folder, 'plants.jsonl'));
  const file = openPlantFile(keep);
  const left = async () => plantsLeft(await file.read(), options).filter((plant) => plant === (options.plant ?? plant));
  try {
    const plants = await left();
    if (plants.length > 0) {
      if (stores === 'files') await probe(plants);
      else if (serversHome !== undefined) await probe(plants, resolve(serversHome));
      else await onOwnServers((home) => probe(plants, home));
    }
    if ((await left()).length > 0) throw new FaultlineError('internal', `Some plants were not probed: see above, then run it again.`);
    return sumPlants(await file.read());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function probe(plants: readonly number[], home?: string): Promise<void> {
    const servers = home === undefined ? undefined : await startServers(home);
    if (lanes === 1)
      return void (await runHttpAccess(
        {
          ...options,
          plants,
          serve: serveHttp,
          ...(servers === undefined ? {} : { servers }),
          onProgress: (plant, done, seconds) => line.note(`plant ${plant + 1}: ${done} probes in ${Math.round(seconds)} s\n`),
          onPlant: file.add,
        },
        line.signal,
      ));
    await runLanes(
      {
        program: programEntry(entryBeside(import.meta.url, 'main')),
        plants,
        lanes,
        wordsFor: (plant) => wordsFor(options, keep, plant, home),
        onNote: line.note,
        ended: [0, ERROR_TABLE.conflict.exit],
      },
      line.signal,
    );
  }

  async function onOwnServers(work: (home: string) => Promise<void>): Promise<void> {
    const home = join(folder, 'servers');
    // PostgreSQL runs under another account than root, which has to pass through.
    await chmod(folder, 0o711);
    try {
      await work(home);
    } finally {
      await removeServers(home);
    }
  }
}

function wordsFor({ seed, count, matrices, atOnce, demo }: ThroughHttp, keep: string, plant: number, home: string | undefined): string[] {
  const numbers = { seed, count, matrices, 'at-once': atOnce, plant: plant + 1 };
  return [
    ...['eval', 'run', 'access', '--through', 'http', '--keep', keep],
    ...Object.entries(numbers).flatMap(([name, number]) => [`--${name}`, String(number)]),
    ...(demo ? [] : ['--no-demo']),
    ...(home === undefined ? [] : ['--servers-home', home]),
  ];
}
