import { argon2id, argon2Verify } from 'hash-wasm';
import { FaultlineError } from '../../kernel/index.ts';

/** Random bytes of each hash, as RFC 9106 (section 3.1) recommends. */
export const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** The least that OWASP's Password Storage Cheat Sheet recommends for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };

/** NIST SP 800-63B asks for at least eight characters and for no rules of composition; there is no second factor here, so more. */
const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 256;

/** A hash that no password has, to be compared where there is no account, so that this takes as long. */
export const HASH_OF_NOBODY = `$argon2id$v=19$m=${COST.memorySize},t=${COST.iterations},p=${COST.parallelism}$${base64(SALT_BYTES)}$${base64(HASH_BYTES)}`;

/**
 * Argon2id of a password that is to be set, with its salt and parameters, as `$argon2id$…`. Takes some hundredths of a second and
 * 19 MiB, on purpose.
 * @throws FaultlineError `invalid-request` for one that is too short, too long, or the name itself.
 */
export async function hashPassword(
  password: string,
  { name, salt }: { readonly name: string; readonly salt: Uint8Array },
): Promise<string> {
  const text = password.normalize('NFKC');
  const characters = [...text].length;
  if (characters < FEWEST_CHARACTERS || characters > MOST_CHARACTERS)
    throw new FaultlineError(
      'invalid-request',
      `A password has ${FEWEST_CHARACTERS} to ${MOST_CHARACTERS} characters; several words are easy to remember.`,
    );
  if (text.toLowerCase() === name.normalize('NFKC').toLowerCase())
    throw new FaultlineError('invalid-request', 'A password has to be another than the name.');
  if (salt.byteLength !== SALT_BYTES) throw new FaultlineError('internal', `A password is hashed with ${SALT_BYTES} random bytes.`);
  return argon2id({ ...COST, password: text, salt, hashLength: HASH_BYTES, outputType: 'encoded' });
}

/** Whether this is the password of the hash; without a hash it takes as long, and it is not. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const text = password.normalize('NFKC');
  if ([...text].length > MOST_CHARACTERS || text === '') return false;
  return (await argon2Verify({ password: text, hash: hash ?? HASH_OF_NOBODY })) && hash !== undefined;
}

/** Of so many zero bytes, as it stands in a hash: without padding. */
function base64(bytes: number): string {
  return Buffer.alloc(bytes).toString('base64').replaceAll('=', '');
}
