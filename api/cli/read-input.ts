import { readFile } from 'node:fs/promises';
import { fileFault } from './file-fault.ts';

/** The text of a file that the user named. @throws FaultlineError `not-found`, `file-failed`. */
export async function readInput(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFault(error, path);
  });
}
