import type { Caller } from '../../kernel/index.ts';

/** Who sent a request, as far as is known. */
export type Identity =
  /** Whoever reaches the service is the caller that the configuration names. */
  | { readonly kind: 'anyone'; readonly caller: Caller }
  /** Who holds a key. `expiresAt` in milliseconds, UTC. */
  | { readonly kind: 'key'; readonly caller: Caller; readonly expiresAt?: number }
  /** Keys are needed and none was shown. */
  | { readonly kind: 'nobody' };
