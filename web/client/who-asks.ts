import { csrfToken } from './csrf-token.ts';
import { keptKey } from './kept-key.ts';

/** Sent to the window when the service no longer knows who asks. */
export const UNKNOWN_CALLER = 'faultline-unknown-caller';

/** The headers by which the service knows who asks: the key of this tab, else the token of the session whose cookie comes by itself. */
export function whoAsks(): readonly (readonly [name: string, value: string])[] {
  const [key, token] = [keptKey(), csrfToken()];
  if (key !== undefined) return [['authorization', `Bearer ${key}`]];
  return token === undefined ? [] : [['x-faultline-csrf', token]];
}
