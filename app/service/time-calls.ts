import type { Caller } from '../../kernel/index.ts';
import { missedDeadline } from '../missed-deadline.ts';
import type { Admission } from './admission.ts';
import type { RemoteThread } from './remote-thread.ts';
import type { CommandName } from './service.ts';

/**
 * Commands that a reader answers within `answerMilliseconds`, counted from when they came: all that may take long, whatever is asked. Not
 * what an operator asks of a whole store (`examineStores`, `verifyAudit`), what reads reports, and what lasts by its nature.
 */
const TIMED: ReadonlySet<string> = new Set<CommandName>([
  'aggregateRecords',
  'askQuestion',
  'diagnoseFault',
  'embedTexts',
  'explainPaths',
  'extractText',
  'findEntities',
  'getEntities',
  'getFacts',
  'getHistory',
  'getNeighbourhood',
  'getPassages',
  'getSheetTags',
  'getTimeline',
  'listPassages',
  'normaliseText',
  'pageRecords',
  'renderDocumentPage',
  'searchPassages',
  'showPassage',
  'streamAnswer',
  'verifyText',
]);

type Calls = Pick<RemoteThread, 'call' | 'stream'>;

/** Calls as they are made once they may be: each waits for its place, within its time. */
export function admitted(calls: () => Calls, admissionOf: (name: string) => Admission | undefined): () => Calls {
  return () => ({
    async call(name, caller, input, signal) {
      const leave = await admissionOf(name)?.enter(signal);
      try {
        return await calls().call(name, caller, input, signal);
      } finally {
        leave?.();
      }
    },
    async *stream(name, caller, input, signal) {
      const leave = await admissionOf(name)?.enter(signal);
      try {
        yield* calls().stream(name, caller, input, signal);
      } finally {
        leave?.();
      }
    },
  });
}

/** Calls that wait for their place within their time, which so counts from when they came. */
export function timeAdmitted(calls: () => Calls, admissionOf: (name: string) => Admission | undefined, answerMilliseconds: number): Calls {
  return timeCalls(admitted(calls, admissionOf), answerMilliseconds);
}

/**
 * The time of an answer as the thread keeps it that serves callers: a reader amid a long statement hears no timer, but its caller
 * has the refusal in time, and the reader the word to stop.
 */
function timeCalls(calls: () => Calls, answerMilliseconds: number): Calls {
  const limited = (signal: AbortSignal) => {
    const over = AbortSignal.timeout(answerMilliseconds);
    return {
      both: AbortSignal.any([signal, over]),
      told: (error: unknown) => (over.aborted && !signal.aborted ? missedDeadline(answerMilliseconds, error) : error),
    };
  };
  return {
    async call(name: string, caller: Caller, input: unknown, signal: AbortSignal) {
      if (!TIMED.has(name)) return calls().call(name, caller, input, signal);
      const { both, told } = limited(signal);
      try {
        return await calls().call(name, caller, input, both);
      } catch (error) {
        throw told(error);
      }
    },
    async *stream(name: string, caller: Caller, input: unknown, signal: AbortSignal) {
      if (!TIMED.has(name)) return yield* calls().stream(name, caller, input, signal);
      const { both, told } = limited(signal);
      try {
        yield* calls().stream(name, caller, input, both);
      } catch (error) {
        throw told(error);
      }
    },
  };
}
