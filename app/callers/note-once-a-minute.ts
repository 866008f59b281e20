import { type Clock, RecentMap } from '../../kernel/index.ts';

/** How exactly it is told when something was used last. */
const NOTE_MILLISECONDS = 60_000;
const MOST_NOTED = 1_000;

/** Gives a function that notes once a minute that something is used, by its name, and beside the request that uses it. */
export function noteOnceAMinute<Name>(
  clock: Clock,
  note: (name: Name, at: number) => Promise<void>,
  onFault: (error: unknown) => void,
): (name: Name) => void {
  const noted = new RecentMap<Name, number>(MOST_NOTED);
  return (name) => {
    const at = clock.now();
    if (at - (noted.get(name) ?? Number.NEGATIVE_INFINITY) < NOTE_MILLISECONDS) return;
    noted.set(name, at);
    note(name, at).catch(onFault);
  };
}
