import type { Clock } from '../../kernel/index.ts';
import { type KeyRing, openKeyRing } from '../callers/key-ring.ts';
import { configuredCaller } from '../configured-caller.ts';
import { systemClock } from '../system-clock.ts';
import type { Service } from './service.ts';

const NEVER = new AbortController().signal;

/** The ring that asks a service for its keys: a reader to find one, the writer to note that it was used. */
export function keyRingOf(service: Service, clock: Clock = systemClock): KeyRing {
  const { config, logger } = service;
  // What is asked on the service's own behalf is asked as the caller of its configuration.
  const own = configuredCaller(config);
  return openKeyRing({
    config,
    clock,
    anyone: own,
    find: (hash) => service.findApiKey(own, hash, NEVER),
    noteUse: (uses) => service.noteKeyUse(own, uses, NEVER),
    onFault: (error) => logger.error('http', 'keys-not-known', error),
  });
}
