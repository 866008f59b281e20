import { setTimeout as pause } from 'node:timers/promises';
import { configuredCaller, listJobs } from '../../../app/index.ts';
import type { Sender } from './run-course.ts';
import { killServer, restartServer, SERVER_NAMES, type ServerName } from './server-home.ts';

/** A server that was killed, and what was under way just before. */
export interface ServerKill {
  readonly server: ServerName;
  /** Jobs that a worker had at hand when the server was killed. */
  readonly running: readonly string[];
  /** From the kill until the server answered again. */
  readonly awayMilliseconds: number;
}

export interface ServerKillOptions {
  readonly home: string;
  /** Chooses the server: each has its turn. */
  readonly seed: number;
  readonly sender: Sender;
  isAsking(): boolean;
}

const LOOK_MILLISECONDS = 10;
/** What was sent last may be done already, or be there already and make no job. */
const WAIT_MILLISECONDS = 5_000;
/** How long it is away at least, so that workers and questions meet it so. */
const AWAY_MILLISECONDS = 3_000;

/**
 * Kills a server while a worker has a job at hand and a question is under way, and has it started again while others go on;
 * undefined when no such moment comes soon.
 */
export async function killServerAmidWork({
  home,
  seed,
  sender: { application, signal },
  isAsking,
}: ServerKillOptions): Promise<{ readonly restarted: Promise<ServerKill> } | undefined> {
  const server = SERVER_NAMES[seed % SERVER_NAMES.length] ?? 'postgres';
  const until = performance.now() + WAIT_MILLISECONDS;
  for (;;) {
    signal.throwIfAborted();
    const jobs = await listJobs(application, configuredCaller(application.config), { states: ['running'], limit: 10 });
    if (jobs.length > 0 && isAsking()) {
      const running = jobs.map(({ document, progress }) => `${document?.uri ?? 'a document that is gone'} (${progress?.stage ?? 'begun'})`);
      const began = performance.now();
      await killServer(home, server);
      const restarted = (async () => {
        await pause(AWAY_MILLISECONDS, undefined, { signal });
        await restartServer(home, server);
        return { server, running, awayMilliseconds: Math.round(performance.now() - began) };
      })();
      // Heard when the course is over.
      restarted.catch(() => undefined);
      return { restarted };
    }
    if (performance.now() > until) return undefined;
    await pause(LOOK_MILLISECONDS, undefined, { signal });
  }
}
