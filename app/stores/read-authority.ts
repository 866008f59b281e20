import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FaultlineError } from '../../kernel/index.ts';

/**
 * PEM of the authority by which the certificate of a server is checked; undefined where no file is named. `variable` is the setting that
 * names it. TLS takes a file that holds no certificate for one that trusts nobody, and the server would seem to be another one.
 * @throws FaultlineError `invalid-configuration` for a file that cannot be read or holds none.
 */
export function readAuthority(file: string | undefined, variable: string): string | undefined {
  if (file === undefined) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    new X509Certificate(text);
    return text;
  } catch (cause) {
    throw new FaultlineError('invalid-configuration', `${variable}: the file cannot be read, or holds no certificate in PEM`, { cause });
  }
}
