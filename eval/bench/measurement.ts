import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';

/** A target of the design. */
export interface Budget {
  readonly limit: number;
  readonly better: 'more' | 'less';
}

export interface Timed<Out> {
  /** On the clock. */
  readonly seconds: number;
  /** Seconds of a processor, in this process and its threads. */
  readonly busy: number;
  readonly result: Out;
}

export async function timed<Out>(work: () => Promise<Out> | Out): Promise<Timed<Out>> {
  const started = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - started) / 1000, busy: (user + system) / 1e6, result };
}

/** Milliseconds on the clock, and the mean of processor time. */
export const latenciesShape = z.object({ measured: z.number(), p50: z.number(), p95: z.number(), busy: z.number() });
export type Latencies = Readonly<z.infer<typeof latenciesShape>>;

const WARM_UP = 20;

/**
 * Does the work for every item, one after the other, after a few that are not counted. Between two of them the event loop goes
 * round as it does between two requests, or what is made beside the work (the snapshot of the graph) would never be ready.
 */
export async function latenciesOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown> | unknown): Promise<Latencies> {
  for (const item of items.slice(0, WARM_UP)) {
    await work(item);
    await setImmediate();
  }
  const walls: number[] = [];
  const all = await timed(async () => {
    for (const item of items) {
      walls.push((await timed(() => work(item))).seconds * 1000);
      await setImmediate();
    }
  });
  walls.sort((a, b) => a - b);
  return { measured: walls.length, p50: quantile(walls, 0.5), p95: quantile(walls, 0.95), busy: (all.busy * 1000) / items.length };
}

/** `ascending` values; 0 where there are none. */
export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}
