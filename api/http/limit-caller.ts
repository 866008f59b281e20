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

type Limits = Pick<Config, 'callerAtOnce' | 'callerPerMinute' | 'tenantAtOnce' | 'tenantPerMinute'>;

/**
 * Keeps one caller from taking the service from the others, and one tenant from taking it from other tenants however many callers it
 * has: by how much is asked at once and in a time. Who needs no key is alone.
 * @throws FaultlineError `too-many-requests`.
 */
export function limitCaller(
  { callerAtOnce, callerPerMinute, tenantAtOnce, tenantPerMinute }: Limits,
  clock: Clock,
): MiddlewareHandler<HttpEnvironment> {
  const callers = openAllowances(callerAtOnce, callerPerMinute, 'you', clock);
  const tenants = openAllowances(tenantAtOnce, tenantPerMinute, 'your tenant', clock);
  return async (context, next) => {
    const identity = context.get('identity');
    if (identity.kind !== 'key' && identity.kind !== 'person') return next();
    const { tenant, actor } = identity.caller;
    const leaveCaller = callers.enter(`${tenant} ${actor}`);
    try {
      const leaveTenant = tenants.enter(tenant);
      try {
        await next();
      } finally {
        leaveTenant();
      }
    } finally {
      leaveCaller();
    }
  };
}

interface Allowances {
  /** Takes from an allowance, and gives the way to end what was let in. @throws FaultlineError `too-many-requests`. */
  enter(name: string): () => void;
}

function openAllowances(mostAtOnce: number, perMinute: number, whose: string, clock: Clock): Allowances {
  const perMillisecond = perMinute / 60_000;
  const most = Math.max(1, perMillisecond * 1000 * BURST_SECONDS);
  const allowances = new RecentMap<string, Allowance>(MOST_CALLERS);
  return {
    enter(name) {
      const now = clock.now();
      const allowance = allowances.get(name) ?? { left: most, at: now, atOnce: 0 };
      allowances.set(name, allowance);
      allowance.left = Math.min(most, allowance.left + Math.max(0, now - allowance.at) * perMillisecond);
      allowance.at = now;
      if (allowance.left < 1) {
        const wait = (1 - allowance.left) / perMillisecond;
        throw tooMany(`More than ${perMinute} requests a minute came from ${whose}: go on more slowly.`, wait);
      }
      if (allowance.atOnce >= mostAtOnce) throw tooMany(`${mostAtOnce} requests from ${whose} are being answered: wait for one of them.`);
      allowance.left -= 1;
      allowance.atOnce += 1;
      return () => {
        allowance.atOnce -= 1;
      };
    },
  };
}

function tooMany(message: string, retryAfterMilliseconds?: number): FaultlineError {
  return new FaultlineError('too-many-requests', message, { retryAfterMilliseconds });
}
