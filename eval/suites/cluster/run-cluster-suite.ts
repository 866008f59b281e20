import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteServers } from '../../../app/index.ts';
import { rememberingEmbedder } from '../removal/remembering-embedder.ts';
import { rememberingReader } from '../removal/remembering-reader.ts';
import { runTrial, type TrialReport } from './run-trial.ts';
import { removeServers, startServers } from './server-home.ts';
import { openWorkerPool } from './worker-pool.ts';

export interface ClusterOptions {
  /** Of the first trial; each further one has the next, so that any of them can be run alone. */
  readonly seed: number;
  readonly count: number;
  /** Trials in which a server is killed: the first ones, one after the other. */
  readonly serverKills: number;
  /** Trials at a time where no server is killed. */
  readonly lanes: number;
  /** Home of `tools/services` whose servers are used; absent: servers of its own, gone afterwards. */
  readonly serversHome?: string;
  /** Addresses of servers that run already, for trials in which none is killed. */
  readonly servers?: SiteServers;
  readonly onTrial?: (trial: TrialReport) => void;
}

export interface ClusterReport {
  readonly seed: number;
  readonly asked: Pick<ClusterOptions, 'count' | 'serverKills'>;
  /** In the order of their seeds; fewer than were asked for when the run was ended before. */
  readonly trials: readonly TrialReport[];
}

/**
 * Invariants I1 to I4, I6 and I8 on PostgreSQL, Neo4j and Elasticsearch with two workers, of which some are killed (see `runTrial`).
 * When the signal comes, the trials that have ended are reported.
 */
export async function runClusterSuite(options: ClusterOptions, signal: AbortSignal): Promise<ClusterReport> {
  const { seed, count, serverKills, lanes, onTrial } = options;
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-cluster-'));
  // PostgreSQL runs under another account than root, which has to pass through.
  await chmod(workspace, 0o711);
  const home = options.serversHome ?? join(workspace, 'servers');
  const servers = options.servers ?? (await startServers(home));
  const pool = openWorkerPool();
  const tools = { read: rememberingReader(), embedder: rememberingEmbedder() };
  const trials: TrialReport[] = [];
  const queue = Array.from({ length: count }, (_, index) => index);

  async function runNext(): Promise<void> {
    const index = queue.shift();
    if (index === undefined) return;
    const folder = join(workspace, `trial-${index}`);
    const killsAt = index < serverKills ? { killsAt: home } : {};
    try {
      const trial = await runTrial({ seed: seed + index, servers, folder, pool, tools, ...killsAt }, signal);
      trials.push(trial);
      onTrial?.(trial);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  async function runLane(): Promise<void> {
    while (queue.length > 0 && !signal.aborted) await runNext();
  }

  try {
    while (queue.length > count - serverKills && !signal.aborted) await runNext();
    // All of them end, also when one fails: what they work with is taken away below.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, runLane));
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await pool.close();
    if (options.serversHome === undefined && options.servers === undefined) await removeServers(home);
    await rm(workspace, { recursive: true, force: true });
  }
  trials.sort((a, b) => a.seed - b.seed);
  return { seed, asked: { count, serverKills }, trials };
}
