/**
 * What decides which passages of an index are seen, in one document, so that one write changes it for all readers at once.
 * A run is one replacement of a unit; its passages are written one after the other and are seen from the write that publishes it.
 */
export interface IndexState {
  /** Whom the index is made for; see `identityText`. */
  readonly identity: string;
  /** Goes up with every change of this document. */
  readonly revision: number;
  /** Runs that are being written. */
  readonly pending: readonly PendingRun[];
  /** Keys of runs that are never seen again, of which passages may be left. */
  readonly discarded: readonly string[];
  /** Keys of runs that were given up and cleaned away, the last ones: a writer that was taken over may still write. */
  readonly fenced: readonly string[];
}

export interface PendingRun {
  readonly unit: string;
  readonly run: number;
  readonly generation: number;
}

/** Writers that were taken over and are still at work are far fewer. */
const FENCED_KEPT = 256;

export function runKey(unit: string, run: number): string {
  return `${unit}.${run}`;
}

/** Keys of the runs whose passages are not seen, in order. */
export function excludedRuns({ pending, discarded, fenced }: IndexState): string[] {
  return [...new Set([...pending.map(({ unit, run }) => runKey(unit, run)), ...discarded, ...fenced])].sort();
}

/** Begins a run; an earlier one of the unit that is still being written is taken over and will not be seen. */
export function claimRun(state: IndexState, claimed: PendingRun): IndexState {
  const others = state.pending.filter(({ unit }) => unit !== claimed.unit);
  const taken = state.pending.filter(({ unit }) => unit === claimed.unit).map(({ unit, run }) => runKey(unit, run));
  return next(state, { pending: [...others, claimed], discarded: [...state.discarded, ...taken] });
}

/** How a run stands: `given-up` once another took over. */
export function runStanding(state: IndexState, key: string): 'pending' | 'published' | 'given-up' {
  if (state.discarded.includes(key) || state.fenced.includes(key)) return 'given-up';
  return state.pending.some(({ unit, run }) => runKey(unit, run) === key) ? 'pending' : 'published';
}

/** Shows a run, and hides the `older` ones of its unit, in one step. */
export function publishRun(state: IndexState, key: string, older: readonly string[]): IndexState {
  return next(state, {
    pending: state.pending.filter(({ unit, run }) => runKey(unit, run) !== key),
    discarded: [...new Set([...state.discarded, ...older])],
  });
}

/** Gives up a run that was not published. */
export function giveUpRun(state: IndexState, key: string): IndexState {
  return publishRun(state, key, [key]);
}

/** Notes that no passage of some discarded runs is left. Those that had been given up stay hidden. */
export function settleRuns(state: IndexState, cleaned: readonly string[], givenUp: readonly string[]): IndexState {
  const gone = new Set(cleaned);
  return next(state, {
    discarded: state.discarded.filter((key) => !gone.has(key)),
    fenced: [...new Set([...state.fenced, ...givenUp])].slice(-FENCED_KEPT),
  });
}

function next(state: IndexState, change: Partial<IndexState>): IndexState {
  return { ...state, ...change, revision: state.revision + 1 };
}
