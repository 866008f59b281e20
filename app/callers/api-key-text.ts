import { sha256 } from '../../kernel/index.ts';

/** Of a key, in bytes: more than anybody can guess. */
export const KEY_BYTES = 32;
/** Told apart at sight from other secrets, and by programs that look for secrets in texts. */
const PREFIX = 'flk_';
const FORM = /^flk_[A-Za-z0-9_-]{43}$/;

/** A key as it is shown once, of 32 random bytes. */
export function writeApiKey(random: Uint8Array): string {
  return `${PREFIX}${Buffer.from(random).toString('base64url')}`;
}

export function isApiKey(text: string): boolean {
  return FORM.test(text);
}

/**
 * What is kept of a key. One hash is enough: a slow one makes guessing dear, and 256 random bits are guessed by nobody, while every
 * request would pay for it. The ledger is asked by the hash, so how long it looks tells nothing of a key.
 */
export function hashApiKey(key: string): string {
  return sha256(key);
}
