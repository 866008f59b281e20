import { untilAborted, type Writer } from '../../kernel/index.ts';

/** Of the time for an answer, what is left for its check after a model was heard, in milliseconds. */
const LEFT_FOR_CHECK = 1_500;

/**
 * A writer for one answer that has to be there in so many milliseconds: all that it is asked, a second round too, ends early enough for
 * the answer to be given without it.
 */
export function writeInTime(writer: Writer, milliseconds: number): Writer {
  const over = AbortSignal.timeout(Math.max(1, milliseconds - LEFT_FOR_CHECK));
  return {
    model: writer.model,
    async write(prompt, form, signal) {
      signal.throwIfAborted();
      if (over.aborted) return { kind: 'away' };
      const both = AbortSignal.any([signal, over]);
      try {
        return await untilAborted(writer.write(prompt, form, both), both);
      } catch (error) {
        signal.throwIfAborted();
        if (!over.aborted) throw error;
        return { kind: 'away' };
      }
    },
  };
}
