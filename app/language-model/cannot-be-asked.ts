import { FaultlineError, isStoreDown } from '../../kernel/index.ts';

/** Whether a fault is of the model or of the way to it: away, late, overloaded, or refusing. Anything else is a bug of ours. */
export function cannotBeAsked(error: unknown): boolean {
  return isStoreDown(error) || (error instanceof FaultlineError && error.code === 'invalid-configuration');
}
