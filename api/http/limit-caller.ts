import type { MiddlewareHandler } from 'hono';
import type { Config } from '../../app/index.ts';
import { type Clock, FaultlineError, RecentMap } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';

/** A caller who has been away may ask so many seconds' worth at once. */
const BURST_SECONDS = 10;
const MOST_CALLERS = 10_000;

interface Allowance {
  left: number;
  at: number;
  atOnce: number;
}

/**
 * Keeps one key or person from taking the service from the others: by how much it asks at once and in a time. Who needs no key is alone.
 * @throws FaultlineError `too-many-requests`.
 */
export function limitCaller(
  { callerAtOnce, callerPerMinute }: Pick<Config, 'callerAtOnce' | 'callerPerMinute'>,
  clock: Clock,
): MiddlewareHandler<HttpEnvironment> {
  const perMillisecond = callerPerMinute / 60_000;
  const most = Math.max(1, perMillisecond * 1000 * BURST_SECONDS);
  const allowances = new RecentMap<string, Allowance>(MOST_CALLERS);
  return async (context, next) => {
    const identity = context.get('identity');
    if (identity.kind !== 'key' && identity.kind !== 'person') return next();
    const { tenant, actor } = identity.caller;
    const name = `${tenant} ${actor}`;
    const now = clock.now();
    const allowance = allowances.get(name) ?? { left: most, at: now, atOnce: 0 };
    allowances.set(name, allowance);
    allowance.left = Math.min(most, allowance.left + Math.max(0, now - allowance.at) * perMillisecond);
    allowance.at = now;
    if (allowance.left < 1) throw tooMany(`More than ${callerPerMinute} requests a minute came from you: go on more slowly.`);
    if (allowance.atOnce >= callerAtOnce) throw tooMany(`${callerAtOnce} requests of yours are being answered: wait for one of them.`);
    allowance.left -= 1;
    allowance.atOnce += 1;
    try {
      await next();
    } finally {
      allowance.atOnce -= 1;
    }
  };
}

function tooMany(message: string): FaultlineError {
  return new FaultlineError('too-many-requests', message);
}
