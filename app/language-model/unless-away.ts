import { FaultlineError, isStoreDown, type Logger } from '../../kernel/index.ts';

/**
 * What a model is asked for, or undefined where it cannot be asked: that is logged, without a word of what was asked. A bug of ours is
 * no such fault. @throws the signal's reason.
 */
export async function unlessAway<Out>(
  logger: Pick<Logger, 'error'>,
  signal: AbortSignal,
  ask: () => Promise<Out>,
): Promise<Out | undefined> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (!cannotBeAsked(error)) throw error;
    logger.error('answer', 'no-model', error);
    return undefined;
  }
}

/** Whether a fault is of the model or of the way to it: away, late, overloaded, or refusing. */
function cannotBeAsked(error: unknown): boolean {
  return isStoreDown(error) || (error instanceof FaultlineError && error.code === 'invalid-configuration');
}
