import { type ErrorCode, isStoreDown } from '../../kernel/index.ts';

/**
 * Runs a read of a projection; when the store itself is down, notes the fault and gives `instead`. Only typed faults of storage
 * count as that: anything else is a bug or a cancellation and is thrown.
 */
export async function unlessDown<T, Fault, Instead>(
  fault: Fault,
  faults: Map<Fault, ErrorCode>,
  instead: Instead,
  read: () => Promise<T>,
): Promise<T | Instead> {
  try {
    return await read();
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    if (!faults.has(fault)) faults.set(fault, error.code);
    return instead;
  }
}
