import { describe, expect, it } from 'vitest';
import type { TenantId } from '../../kernel/index.ts';
import type { Session } from '../../ledger/index.ts';
import { loadConfig } from '../config.ts';
import { openSessionRing } from './session-ring.ts';
import { csrfTokenOf, hashSessionSecret, isCsrfToken, writeSessionSecret } from './session-text.ts';

const MINUTE = 60_000;
const SECRET = writeSessionSecret(new Uint8Array(32).fill(7));
const SESSION: Session = {
  tenant: 'plant' as TenantId,
  actor: 'account:张工',
  role: 'engineer',
  labels: ['维修'],
  createdAt: 0,
  usedAt: 0,
  expiresAt: 720 * MINUTE,
};

function ringOf() {
  const state = { now: 0, session: SESSION as Session | undefined, asked: 0, noted: [] as number[] };
  const ring = openSessionRing({
    config: loadConfig({}, {}),
    clock: { now: () => state.now },
    find: async (hash) => {
      state.asked += 1;
      return hash === hashSessionSecret(SECRET) ? state.session : undefined;
    },
    noteUse: async (uses) => {
      for (const { at } of uses) {
        state.noted.push(at);
        if (state.session !== undefined) state.session = { ...state.session, usedAt: at };
      }
    },
    onFault: () => undefined,
  });
  const at = (now: number) => {
    state.now = now;
    return ring.identify(SECRET);
  };
  return { ring, state, at };
}

describe('the ring of sessions', () => {
  it('knows who is signed in, asks once for many requests, and knows nobody by another secret', async () => {
    const { ring, state, at } = ringOf();
    for (let count = 0; count < 50; count++)
      expect(await at(0)).toEqual({
        kind: 'person',
        caller: { tenant: 'plant', actor: 'account:张工', role: 'engineer', labels: ['维修'] },
        expiresAt: SESSION.expiresAt,
        session: { hash: hashSessionSecret(SECRET), csrfToken: csrfTokenOf(SECRET) },
      });
    expect(state.asked).toBe(1);
    expect(await ring.identify(writeSessionSecret(new Uint8Array(32)))).toBeUndefined();
    expect(await ring.identify('fls_short')).toBeUndefined();
    expect(state.asked).toBe(2);
  });

  it('ends a session that was not used for an hour, and keeps one that is used until its last hour', async () => {
    const left = ringOf();
    await left.at(0);
    expect(await left.at(59 * MINUTE)).toBeDefined();
    expect(await ringOf().at(60 * MINUTE)).toBeUndefined();
    const used = ringOf();
    for (let minute = 0; minute < 720; minute += 10) expect([minute, (await used.at(minute * MINUTE))?.kind]).toEqual([minute, 'person']);
    expect(await used.at(720 * MINUTE)).toBeUndefined();
  });

  it('sees at once what was changed here, and some seconds later what was changed elsewhere', async () => {
    const { ring, state, at } = ringOf();
    await at(0);
    state.session = { ...SESSION, role: 'reader' };
    expect((await at(500))?.caller.role).toBe('engineer');
    ring.forget();
    expect((await at(500))?.caller.role).toBe('reader');
    state.session = undefined;
    expect(await at(5_500)).toBeUndefined();
  });

  it('notes once a minute that a session is used', async () => {
    const { state, at } = ringOf();
    for (const now of [0, 1_000, 59_999, 60_000]) await at(now);
    expect(state.noted).toEqual([0, 60_000]);
  });
});

describe('the token of a session', () => {
  it('is told from none, from another and from that of another session', () => {
    const other = writeSessionSecret(new Uint8Array(32).fill(8));
    expect(isCsrfToken(SECRET, csrfTokenOf(SECRET))).toBe(true);
    for (const shown of [undefined, '', csrfTokenOf(SECRET).slice(1), csrfTokenOf(other), SECRET])
      expect(isCsrfToken(SECRET, shown)).toBe(false);
    expect(csrfTokenOf(SECRET)).not.toContain(SECRET.slice(4));
  });
});
