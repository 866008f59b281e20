import { keepState, keptState } from '../kept/kept-state.ts';

const NAME = 'key';

/** The key that a person gave this tab; it goes when the tab is closed. */
export function keptKey(): string | undefined {
  const key = keptState(sessionStorage, NAME);
  return typeof key === 'string' && key !== '' ? key : undefined;
}

export function keepKey(key: string): void {
  keepState(sessionStorage, NAME, key);
}
