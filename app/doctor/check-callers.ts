import { admitsAnyone } from '../callers/admits-anyone.ts';
import { isLoopback } from '../callers/is-loopback.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

/** Whom a service with these settings lets in. */
export function checkCallers(config: Pick<Config, 'allowAnyone' | 'host'>, hasLiveKeys: boolean): DoctorLine {
  const isLocal = isLoopback(config.host);
  if (!admitsAnyone(config, hasLiveKeys)) {
    if (hasLiveKeys) return well('callers', 'who shows a key');
    return ill('callers', 'warn', `nobody: at ${config.host} a key is needed, and there is none`, 'make one with `faultline keys create`');
  }
  if (isLocal && !hasLiveKeys) return well('callers', 'whoever is on this machine, without a key');
  const detail = `whoever reaches ${config.host} may read, send and delete everything without a key`;
  return ill('callers', 'warn', detail, 'unset FAULTLINE_ALLOW_ANYONE, and make keys with `faultline keys create`');
}
