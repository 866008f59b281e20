import { isStoreDown } from '../../kernel/index.ts';

/**
 * Runs a read of a projection; when the store itself is down, notes the fault and gives `instead`. Only typed faults of storage
 * count as that: anything else is a bug or a cancellation and is thrown.
 */
export async function unlessDown<T, Fault, Instead>(
  fault: Fault,
  faults: Set<Fault>,
  instead: Instead,
  read: () => Promise<T>,
): Promise<T | Instead> {
  try {
    return await read();
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    faults.add(fault);
    return instead;
  }
}
