import type { Config } from '../config.ts';
import { isLoopback } from './is-loopback.ts';

/**
 * Whether a service lets in who shows no key, as the caller that the configuration names. Unless the configuration says so either
 * way, that is a service which its own machine alone reaches, until it has a key, an account or an issuer: where these are in use they tell who is who.
 */
export function admitsAnyone(
  { allowAnyone, host, oidcIssuer }: Pick<Config, 'allowAnyone' | 'host' | 'oidcIssuer'>,
  hasLiveCallers: boolean,
): boolean {
  if (allowAnyone !== undefined) return allowAnyone;
  return isLoopback(host) && !hasLiveCallers && oidcIssuer === undefined;
}
