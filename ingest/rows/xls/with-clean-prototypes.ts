import { FaultlineError } from '../../../kernel/index.ts';

const SHARED: readonly object[] = [Object.prototype, Array.prototype, Function.prototype];

/**
 * Runs a reader whose library is known to let files write into what all objects share, and takes back what was added there: the
 * process goes on to other documents.
 * @throws FaultlineError `parse-failed` where something was added.
 */
export function withCleanPrototypes<T>(run: () => T): T {
  const before = SHARED.map((shared) => new Set(Reflect.ownKeys(shared)));
  let isChanged = false;
  try {
    return run();
  } finally {
    SHARED.forEach((shared, index) => {
      for (const key of Reflect.ownKeys(shared)) {
        if (before[index]?.has(key) === true) continue;
        isChanged = true;
        Reflect.deleteProperty(shared, key);
      }
    });
    if (isChanged) refuse();
  }
}

function refuse(): never {
  throw new FaultlineError('parse-failed', 'The workbook is made to change the program that reads it; it is not read.');
}
