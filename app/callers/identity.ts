import type { Caller } from '../../kernel/index.ts';

/** Ways in which somebody can make themselves known to a service. */
export const SIGN_IN_WAYS = ['key', 'password', 'issuer'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Who sent a request, as far as is known. */
export type Identity =
  /** Whoever reaches the service is the caller that the configuration names. */
  | { readonly kind: 'anyone'; readonly caller: Caller }
  /** Who holds a key. `expiresAt` in milliseconds, UTC. */
  | { readonly kind: 'key'; readonly caller: Caller; readonly expiresAt?: number }
  /** Who is signed in, by a cookie of the browser. */
  | {
      readonly kind: 'person';
      readonly caller: Caller;
      readonly expiresAt: number;
      /** `csrfToken` comes with each change. */
      readonly session: { readonly hash: string; readonly csrfToken: string };
    }
  /** It has to be known who asks, and nothing was shown. */
  | { readonly kind: 'nobody'; readonly ways: readonly SignInWay[] };
