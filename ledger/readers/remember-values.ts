import { type Clock, RecentMap } from '../../kernel/index.ts';
import { IDLE_MILLISECONDS } from './idle-milliseconds.ts';

/** Lists remembered. */
const REMEMBERED = 256;

/**
 * Remembers what was computed over some versions for as long as these are the valid ones and none of them has changed. Lists of
 * values are asked for again and again while questions are understood, and each takes a look into every row.
 */
export function rememberValues<Value>(
  clock: Clock,
): (
  question: readonly unknown[],
  versions: readonly { readonly id: string; readonly generation: number }[],
  compute: () => Promise<Value>,
) => Promise<Value> {
  const remembered = new RecentMap<string, Value>(REMEMBERED, { clock, milliseconds: IDLE_MILLISECONDS });
  return async (question, versions, compute) => {
    const key = JSON.stringify([question, versions.map(({ id, generation }) => `${id} ${generation}`)]);
    const held = remembered.get(key);
    if (held !== undefined) return held;
    const value = await compute();
    remembered.set(key, value);
    return value;
  };
}
