import type { Pools } from '../../suites/access/draw.ts';

/** What stands on one site and not on another. */
export function without(pools: Pools, others: Pools): Pools {
  const left = Object.entries(pools).map(([kind, ids]) => {
    const known = new Set<string>(others[kind as keyof Pools]);
    return [kind, ids.filter((id) => !known.has(id))];
  });
  return Object.fromEntries(left) as unknown as Pools;
}
