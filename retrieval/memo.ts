import { RecentLookups } from '../kernel/index.ts';

/**
 * Keeps what pure functions gave for a text, since the same texts come with every question; texts that none of the last `span`
 * lookups named, as those of documents that are gone, are let go.
 */
export function memo<Value>(span: number): (key: string, make: () => Value) => Value {
  const kept = new RecentLookups<string, Value>(span);
  return (key, make) => {
    const held = kept.get(key);
    if (held !== undefined) return held;
    const made = make();
    kept.set(key, made);
    return made;
  };
}
