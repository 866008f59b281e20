/** What a browser keeps for a page: values under names. */
export interface KeptValues {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

const PREFIX = 'faultline.';

/** What was kept under a name; absent where nothing was, or where it cannot be read any more. */
export function keptState(storage: KeptValues, name: string): unknown {
  const text = storage.getItem(PREFIX + name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Cut off or written by something else: there is nothing to go on from, and the page has to open.
    storage.removeItem(PREFIX + name);
    return undefined;
  }
}

/** Keeps a value in this browser; a browser that has no room for it keeps the former one. */
export function keepState(storage: KeptValues, name: string, value: unknown): boolean {
  try {
    storage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
