import { FaultlineError, isStoreDown, onBehalfOf, untilAborted } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { missedDeadline } from './missed-deadline.ts';
import type { Guard } from './stores/guard.ts';
import { guardGraph, guardIndex } from './stores/guard-stores.ts';

/** Part of the time in which search index and graph are waited for; what is left is for an answer from the ledger alone. */
const STORES_SHARE = 0.5;

/** The time that one answer or search may take. */
export interface AnswerTime {
  /** Aborted when the caller left or the time is over. */
  readonly signal: AbortSignal;
  /**
   * Search index and graph as they are read within this time: one that failed a read, or that has had its share of the time, is not
   * asked again, so that one answer waits for it once.
   */
  readonly stores: Pick<Application, 'graph' | 'index'>;
  /**
   * What the work gives, also of work that does not see the signal; what it reads of an embedded store ends with the time.
   * @throws FaultlineError `deadline-exceeded`; the reason of the caller's signal; whatever the work throws.
   */
  within<Out>(work: () => Promise<Out>): Promise<Out>;
  /** The same for each piece of a work that gives several. */
  withinEach<Piece>(pieces: AsyncGenerator<Piece, void, undefined>): AsyncGenerator<Piece, void, undefined>;
}

/** From now on, `config.answerMilliseconds` long. */
export function startAnswerTime(
  { config, graph, index }: Pick<Application, 'config' | 'graph' | 'index'>,
  signal: AbortSignal,
): AnswerTime {
  const { answerMilliseconds } = config;
  const over = AbortSignal.timeout(answerMilliseconds);
  const both = AbortSignal.any([signal, over]);
  const spent = AbortSignal.timeout(Math.ceil(answerMilliseconds * STORES_SHARE));

  const until = Date.now() + answerMilliseconds;

  async function within<Out>(work: () => Promise<Out>): Promise<Out> {
    try {
      return await untilAborted(onBehalfOf({ signal: both, until }, work), both);
    } catch (error) {
      if (!over.aborted || signal.aborted) throw error;
      throw missedDeadline(answerMilliseconds, error);
    }
  }

  return {
    signal: both,
    stores: { graph: guardGraph(graph, waitOnce(spent)), index: guardIndex(index, waitOnce(spent)) },
    within,
    async *withinEach(pieces) {
      for (;;) {
        const next = await within(() => pieces.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}

/** Fails every read of a store after one that failed, and those that are not done when its share of the time is spent. */
function waitOnce(spent: AbortSignal): Guard {
  let fault: FaultlineError | undefined;
  return {
    async read(read, signal) {
      if (fault !== undefined) throw fault;
      const both = AbortSignal.any([signal, spent]);
      try {
        both.throwIfAborted();
        return await untilAborted(read(both), both);
      } catch (error) {
        signal.throwIfAborted();
        if (isStoreDown(error)) fault = error;
        else if (spent.aborted)
          fault = new FaultlineError('deadline-exceeded', 'A store took its share of the time for an answer.', { cause: error });
        throw fault ?? error;
      }
    },
  };
}
