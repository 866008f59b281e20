import { DOCTOR_WORDS } from '../../ontology/index.ts';
import { admitsAnyone } from '../callers/admits-anyone.ts';
import { isLoopback } from '../callers/is-loopback.ts';
import type { Config } from '../config.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

const WORDS = DOCTOR_WORDS.callers;

/** Whom a service with these settings lets in. */
export function checkCallers(config: Pick<Config, 'allowAnyone' | 'host' | 'oidcIssuer'>, hasLiveCallers: boolean): DoctorLine {
  const isLocal = isLoopback(config.host);
  if (!admitsAnyone(config, hasLiveCallers)) {
    if (hasLiveCallers || config.oidcIssuer !== undefined) return well('callers', WORDS.known);
    return ill('callers', 'warn', WORDS.nobody(config.host), WORDS.make);
  }
  if (isLocal && !hasLiveCallers) return well('callers', WORDS.local);
  return ill('callers', 'warn', WORDS.anyone(config.host), WORDS.close);
}
