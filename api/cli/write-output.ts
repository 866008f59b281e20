import { open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../../app/index.ts';
import { codeOf, FaultlineError } from '../../kernel/index.ts';
import { fileFault } from './file-fault.ts';

/** Options of commands whose file is written when the work is done. */
const WRITTEN_LAST = ['html', 'write', 'answers'] as const;

/** Writes a file that the user named; folders on the way are made. @throws FaultlineError `file-failed`, `storage-full`. */
export async function writeOutput(path: string, text: string | Uint8Array, mode?: number): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text, mode === undefined ? {} : { mode });
  } catch (error) {
    throw faultOfOutput(error, path);
  }
}

/**
 * Holds before any work that the files can be written which a command writes at its end, so that an hour is not lost to a typing error.
 * Folders are made; a file that was not there is not left behind. @throws FaultlineError `file-failed`, `storage-full`.
 */
export async function checkOutputs(options: Readonly<Record<string, unknown>>): Promise<void> {
  for (const name of WRITTEN_LAST) {
    const path = options[name];
    if (typeof path !== 'string') continue;
    try {
      const held = await stat(path).catch(unlessAbsent);
      // A pipe or a terminal waits for its reader when it is opened.
      if (held !== undefined && !held.isFile() && !held.isDirectory()) continue;
      await makeFolder(dirname(path));
      await (await open(path, 'a')).close();
      if (held === undefined) await rm(path);
    } catch (error) {
      throw faultOfOutput(error, path, `--${name}: `);
    }
  }
}

function unlessAbsent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

/** What is not found where something is to be put is no missing input. */
function faultOfOutput(error: unknown, path: string, option = ''): unknown {
  const fault = fileFault(error, path);
  if (!(fault instanceof FaultlineError)) return fault;
  const code = fault.code === 'not-found' ? 'file-failed' : fault.code;
  return new FaultlineError(code, `${option}${fault.message}`, { cause: error });
}
