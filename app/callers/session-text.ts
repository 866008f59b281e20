import { createHash, timingSafeEqual } from 'node:crypto';
import { FaultlineError, sha256 } from '../../kernel/index.ts';

/** Of the secret of a session, in bytes: more than anybody can guess. */
export const SESSION_BYTES = 32;
const FORM = /^fls_[A-Za-z0-9_-]{43}$/;

/** What a browser keeps, of `SESSION_BYTES` random bytes. */
export function writeSessionSecret(random: Uint8Array): string {
  if (random.byteLength !== SESSION_BYTES) throw new FaultlineError('internal', `A session is made of ${SESSION_BYTES} random bytes.`);
  return `fls_${Buffer.from(random).toString('base64url')}`;
}

export function isSessionSecret(text: string): boolean {
  return FORM.test(text);
}

/** What is kept of the secret; one hash is enough for 256 random bits. */
export function hashSessionSecret(secret: string): string {
  return sha256(secret);
}

/**
 * What a page sends with each change beside the cookie, to show that it is the page: a page of others can have a browser send the
 * cookie, and cannot read this. It follows from the secret, which does not follow from it, so it is kept nowhere.
 */
export function csrfTokenOf(secret: string): string {
  return createHash('sha256').update(`csrf ${secret}`).digest('base64url');
}

export function isCsrfToken(secret: string, shown: string | undefined): boolean {
  const [own, other] = [Buffer.from(csrfTokenOf(secret)), Buffer.from(shown ?? '')];
  return own.byteLength === other.byteLength && timingSafeEqual(own, other);
}
