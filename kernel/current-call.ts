import { AsyncLocalStorage } from 'node:async_hooks';

/** The call on whose behalf the running code works. */
interface CurrentCall {
  /** Aborted when the caller left or the time is over. */
  readonly signal: AbortSignal;
  /** Reads the clock of the machine: when the time is over, in milliseconds since 1970; absent: no bound. */
  readonly until?: number;
}

const calls = new AsyncLocalStorage<CurrentCall>();

/**
 * Does work on behalf of a call. Readers of an embedded store, which block their thread statement by statement, hear of the call's
 * end through it wherever they are called from; a port whose reads are cut off by their own signal needs nothing of it. Nested calls
 * keep the outer end too.
 */
export function onBehalfOf<Out>(call: CurrentCall, work: () => Out): Out {
  const outer = calls.getStore();
  if (outer === undefined) return calls.run(call, work);
  const untils = [outer.until, call.until].filter((until) => until !== undefined);
  const signal = outer.signal === call.signal ? call.signal : AbortSignal.any([outer.signal, call.signal]);
  return calls.run({ signal, ...(untils.length === 0 ? {} : { until: Math.min(...untils) }) }, work);
}

/** The call that is worked for, or undefined where none has said so. */
export function currentCall(): CurrentCall | undefined {
  return calls.getStore();
}
