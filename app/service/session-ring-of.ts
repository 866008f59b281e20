import type { Clock } from '../../kernel/index.ts';
import { openSessionRing, type SessionRing } from '../callers/session-ring.ts';
import { configuredCaller } from '../configured-caller.ts';
import { systemClock } from '../system-clock.ts';
import type { Service } from './service.ts';

const NEVER = new AbortController().signal;

/** The ring that asks a service for its sessions: a reader to find one, the writer to note that it was used. */
export function sessionRingOf(service: Service, clock: Clock = systemClock): SessionRing {
  const { config, logger } = service;
  const own = configuredCaller(config);
  return openSessionRing({
    config,
    clock,
    find: (hash) => service.findSession(own, hash, NEVER),
    noteUse: (uses) => service.noteSessionUse(own, uses, NEVER),
    onFault: (error) => logger.error('http', 'sessions-not-known', error),
  });
}
