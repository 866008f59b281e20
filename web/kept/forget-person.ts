import { keepState, keptState } from './kept-state.ts';

/** What is of the browser and not of the person at it. */
const OF_BROWSER: ReadonlySet<string> = new Set(['language', 'theme']);
const PREFIX = 'faultline.';
const PERSON = 'person';

/** Takes away what a person left in this browser: questions, answers, what stood open. */
export function forgetPerson(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names) {
    if (name.startsWith(PREFIX) && !OF_BROWSER.has(name.slice(PREFIX.length))) storage.removeItem(name);
  }
}

/**
 * Notes who uses this browser now, and tells whether that was another person before; what that one left there is taken away, so that
 * nobody sees the questions of others.
 */
export function keepForPerson(storage: Storage, actor: string): boolean {
  const before = keptState(storage, PERSON);
  const isAnother = before !== undefined && before !== actor;
  if (isAnother) forgetPerson(storage);
  keepState(storage, PERSON, actor);
  return isAnother;
}
