import { readFileSync } from 'node:fs';
import { FaultlineError } from '../kernel/index.ts';

/**
 * The key of an endpoint: given itself, or in a file; undefined where neither is. `variable` is the setting that names the file.
 * @throws FaultlineError `invalid-configuration` for a file that cannot be read.
 */
export function readKey(key: string | undefined, file: string | undefined, variable: string): string | undefined {
  if (file === undefined) return key;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new FaultlineError('invalid-configuration', `${variable}: the file cannot be read`, { cause });
  }
}
