import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../app/index.ts';
import { type Caller, FaultlineError, type TenantId } from '../../kernel/index.ts';
import type { HttpEnvironment } from './http-app.ts';
import { limitCaller } from './limit-caller.ts';

function open(given: Partial<Parameters<typeof limitCaller>[0]>) {
  const limits = { callerAtOnce: 100, callerPerMinute: 6_000, tenantAtOnce: 1_000, tenantPerMinute: 60_000, ...given };
  const state = { now: 0, free: [] as (() => void)[], retryAfter: undefined as number | undefined };
  const http = new Hono<HttpEnvironment>();
  http.use((context, next) => {
    const [kind = '', actor = '', tenant = 'plant'] = (context.req.header('who') ?? '').split(' ');
    const caller: Caller = { tenant: tenant as TenantId, labels: 'all', role: 'reader', actor };
    const identity: Identity = kind === 'key' ? { kind, caller } : { kind: 'anyone', caller };
    context.set('identity', identity);
    return next();
  });
  http.use(limitCaller(limits, { now: () => state.now }));
  http.get('/', (context) => context.text('in'));
  http.get('/long', async (context) => {
    await new Promise<void>((done) => state.free.push(done));
    return context.text('in');
  });
  http.onError((error, context) => {
    if (error instanceof FaultlineError) state.retryAfter = error.retryAfter;
    return context.text(error instanceof FaultlineError ? error.code : 'other', 429);
  });
  return { state, ask: async (who: string, path = '/') => (await http.request(path, { headers: { who } })).text() };
}

describe('the limits of a caller', () => {
  it('are a number of requests a minute for each key, with some at once for who has been away', async () => {
    const { state, ask } = open({ callerAtOnce: 100, callerPerMinute: 60 });
    const said = [];
    for (let count = 0; count < 12; count++) said.push(await ask('key wang'));
    expect(said.filter((text) => text === 'in')).toHaveLength(10);
    expect(said.at(-1)).toBe('too-many-requests');
    expect(await ask('key li')).toBe('in');
    state.now = 1_000;
    expect([await ask('key wang'), await ask('key wang')]).toEqual(['in', 'too-many-requests']);
  });

  it('tell when the next request may come', async () => {
    const { state, ask } = open({ callerPerMinute: 2 });
    expect([await ask('key wang'), await ask('key wang')]).toEqual(['in', 'too-many-requests']);
    expect(state.retryAfter).toBe(30);
    state.now = 29_000;
    expect([await ask('key wang'), state.retryAfter]).toEqual(['too-many-requests', 1]);
    state.now = 30_000;
    expect(await ask('key wang')).toBe('in');
  });

  it('are a number of requests at once for each key', async () => {
    const { state, ask } = open({ callerAtOnce: 2, callerPerMinute: 600 });
    const long = [ask('key wang', '/long'), ask('key wang', '/long')];
    await expect.poll(() => state.free.length).toBe(2);
    expect([await ask('key wang'), await ask('key li')]).toEqual(['too-many-requests', 'in']);
    for (const done of state.free) done();
    await Promise.all(long);
    expect(await ask('key wang')).toBe('in');
  });

  it('are a number of requests a minute and at once for each tenant, however many keys it has', async () => {
    const { state, ask } = open({ tenantAtOnce: 2, tenantPerMinute: 60 });
    const said = [];
    for (let count = 0; count < 12; count++) said.push(await ask(`key ${count}`));
    expect(said.filter((text) => text === 'in')).toHaveLength(10);
    expect([await ask('key 13'), await ask('key 1 neighbour')]).toEqual(['too-many-requests', 'in']);
    state.now = 60_000;
    const long = [ask('key 1', '/long'), ask('key 2', '/long')];
    await expect.poll(() => state.free.length).toBe(2);
    expect([await ask('key 3'), await ask('key 3 neighbour')]).toEqual(['too-many-requests', 'in']);
    for (const done of state.free) done();
    await Promise.all(long);
    expect(await ask('key 3')).toBe('in');
  });

  it('are none for who needs no key', async () => {
    const { ask } = open({ callerAtOnce: 1, callerPerMinute: 1 });
    for (let count = 0; count < 30; count++) expect(await ask('anyone local')).toBe('in');
  });
});
