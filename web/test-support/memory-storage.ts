import type { KeptValues } from '../kept/kept-state.ts';

/** What a browser keeps for a page, in memory. */
export function memoryStorage(): KeptValues {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}
