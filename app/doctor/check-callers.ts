import { admitsAnyone } from '../callers/admits-anyone.ts';
import { isLoopback } from '../callers/is-loopback.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

/** Whom a service with these settings lets in. */
export function checkCallers(config: Pick<Config, 'allowAnyone' | 'host' | 'oidcIssuer'>, hasLiveCallers: boolean): DoctorLine {
  const isLocal = isLoopback(config.host);
  if (!admitsAnyone(config, hasLiveCallers)) {
    if (hasLiveCallers || config.oidcIssuer !== undefined) return well('callers', 'who shows a key or is signed in');
    return ill(
      'callers',
      'warn',
      `nobody: at ${config.host} it has to be known who asks, and there is neither key nor account`,
      'make one with `faultline keys create` or `faultline accounts add`',
    );
  }
  if (isLocal && !hasLiveCallers) return well('callers', 'whoever is on this machine, without a key');
  const detail = `whoever reaches ${config.host} may read, send and delete everything without a key`;
  return ill(
    'callers',
    'warn',
    detail,
    'unset FAULTLINE_ALLOW_ANYONE, and make keys (`faultline keys create`) or accounts (`faultline accounts add`)',
  );
}
