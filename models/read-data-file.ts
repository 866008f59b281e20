import { readFileSync } from 'node:fs';
import { FaultlineError } from '../kernel/index.ts';

/** @throws FaultlineError `storage-failed` when a data file of the models cannot be read. */
export function readDataFile(name: string): Uint8Array {
  try {
    return readFileSync(new URL(`./data/${name}`, import.meta.url));
  } catch (cause) {
    throw new FaultlineError('storage-failed', `The data of a model (${name}) cannot be read; install Faultline again.`, { cause });
  }
}
