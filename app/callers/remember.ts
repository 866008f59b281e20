import { type Clock, RecentMap } from '../../kernel/index.ts';

/** What was found out is asked for again beside the requests after the first time, and not relied on after the second. */
const FRESH_MILLISECONDS = 1_000;
const KEPT_MILLISECONDS = 5_000;
/** Of what was shown, right or wrong. */
const MOST_KEPT = 1_000;

interface Found<Value> {
  readonly value: Promise<Value>;
  readonly at: number;
}

/** What is known by name, mostly from memory. */
export interface Remembered<Value> {
  /** @throws whatever `find` throws for what has to be asked anew. */
  of(name: string): Promise<Value>;
  /** Something was changed here: everything is asked anew. */
  forget(): void;
}

export interface RememberOptions<Value> {
  readonly clock: Clock;
  readonly find: (name: string) => Promise<Value>;
  /** Asking beside a request failed. */
  readonly onFault: (error: unknown) => void;
}

export function remember<Value>({ clock, find, onFault }: RememberOptions<Value>): Remembered<Value> {
  let found = new RecentMap<string, Found<Value>>(MOST_KEPT);
  const asking = new Set<string>();

  function ask(name: string): Promise<Value> {
    const at = clock.now();
    // What was asked before a change is not kept after it.
    const into = found;
    asking.add(name);
    const value = find(name);
    value
      .then(
        () => void into.set(name, { value, at }),
        () => undefined,
      )
      .finally(() => asking.delete(name));
    return value;
  }

  return {
    of(name) {
      const kept = found.get(name);
      const age = kept === undefined ? Number.POSITIVE_INFINITY : clock.now() - kept.at;
      if (kept === undefined || age < 0 || age >= KEPT_MILLISECONDS) return ask(name);
      if (age >= FRESH_MILLISECONDS && !asking.has(name)) ask(name).catch(onFault);
      return kept.value;
    },
    forget() {
      found = new RecentMap(MOST_KEPT);
    },
  };
}
