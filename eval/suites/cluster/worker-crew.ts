import { setTimeout as pause } from 'node:timers/promises';
import type { ConfigArguments } from '../../../app/index.ts';
import type { Random } from '../../../datasets/index.ts';
import type { FaultPoint, Moment } from '../kills/fault-point.ts';
import type { TrialClock } from './trial-clock.ts';
import { drawPoint, WORKER_STEPS } from './worker-points.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { LoggedError, WorkerProcess } from './worker-process.ts';

/** A worker that was killed, by its own last words. */
export interface WorkerKill {
  readonly step: string;
  readonly call: number;
  readonly moment: Moment;
}

/** Two workers of one site, of which one that is killed is started again at once. */
export interface WorkerCrew {
  readonly kills: readonly WorkerKill[];
  readonly errors: readonly LoggedError[];
  /** Workers that ended by themselves, and why. */
  readonly faults: readonly string[];
  /** From now on nobody dies any more, but for those that have their point already. */
  spare(): void;
  /** Tells all processes how far the clock is ahead. */
  tellTime(ahead: number): void;
  /** Lets them end what is at hand. */
  stop(): Promise<void>;
}

const WORKERS = 2;
/** A job is given up after four lost workers: with three kills none is. */
const MOST_KILLS = 3;
/** Longer than a job's lease and the projector's turn: what the dead held is free, and who lives may have lost it too. */
const LEASE_OVER = 61_000;
const READS_APART = 0.15;
/** Who keeps workers running starts one again that could not work, as while the ledger is away. */
const AGAIN_MILLISECONDS = 500;

export interface CrewOptions {
  readonly settings: ConfigArguments;
  readonly pool: WorkerPool;
  readonly clock: TrialClock;
  readonly random: Random;
  /** Steps at which the first worker and the second die. */
  readonly points: readonly string[];
}

export function startCrew({ settings, pool, clock, random, points }: CrewOptions): WorkerCrew {
  const kills: WorkerKill[] = [];
  const errors: LoggedError[] = [];
  const faults: string[] = [];
  const running = new Set<WorkerProcess>();
  const told = Object.fromEntries(Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  let isStopping = false;
  let isSpared = false;

  async function runWorker(name: string, point: FaultPoint | undefined, choices: Random): Promise<void> {
    const worker = pool.take();
    running.add(worker);
    const readsApart = choices.chance(READS_APART);
    const end = await worker.work(() =>
      isStopping
        ? undefined
        : { kind: 'work', settings: told, name, ahead: clock.ahead(), readsApart, ...(point === undefined ? {} : { point }) },
    );
    running.delete(worker);
    errors.push(...worker.takeErrors());
    if (end.kind === 'stopped') return pool.giveBack(worker);
    if (end.kind === 'failed') {
      pool.giveBack(worker);
      if (end.code === 'internal') faults.push(end.reason);
    } else if (end.kind === 'ended') faults.push(end.reason);
    else {
      const { method, call, moment } = end.words;
      kills.push({ step: WORKER_STEPS.find((step) => step.method === method)?.name ?? method, call, moment });
    }
    if (end.kind !== 'failed') clock.moveAhead(LEASE_OVER);
    else await pause(AGAIN_MILLISECONDS);
    if (isStopping) return;
    const isMortal = !isSpared && kills.length + running.size < MOST_KILLS && choices.chance(0.5);
    await runWorker(`${name}'`, isMortal ? drawPoint(choices.pick(WORKER_STEPS), choices) : undefined, choices);
  }

  const working = Promise.all(
    Array.from({ length: WORKERS }, (_, index) => {
      const own = random.fork(`worker ${index}`);
      const step = WORKER_STEPS.find(({ name }) => name === points[index]);
      return runWorker(`worker-${index}`, step === undefined ? undefined : drawPoint(step, own), own);
    }),
  );
  // Heard when the crew is stopped.
  working.catch(() => undefined);
  return {
    kills,
    errors,
    faults,
    spare() {
      isSpared = true;
    },
    tellTime(ahead) {
      for (const worker of running) worker.tell({ kind: 'clock', ahead });
    },
    async stop() {
      isStopping = true;
      for (const worker of running) worker.tell({ kind: 'stop' });
      await working;
    },
  };
}
