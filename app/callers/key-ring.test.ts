import { describe, expect, it } from 'vitest';
import { type Caller, makeApiKeyId, type TenantId } from '../../kernel/index.ts';
import type { ApiKey } from '../../ledger/index.ts';
import { loadConfig } from '../config.ts';
import { hashApiKey, writeApiKey } from './api-key-text.ts';
import type { KeyState } from './api-keys.ts';
import { openKeyRing } from './key-ring.ts';

const PLANT = 'plant' as TenantId;
const ANYONE: Caller = { tenant: PLANT, labels: 'all', role: 'admin', actor: 'local' };
const SECRET = writeApiKey(new Uint8Array(32).fill(7));
const KEY: ApiKey = {
  id: makeApiKeyId(PLANT, '巡检'),
  tenant: PLANT,
  name: '巡检',
  role: 'technician',
  labels: ['维修'],
  createdBy: 'local',
  createdAt: 0,
  expiresAt: 100_000,
};

function ringOf(settings: { readonly host?: string; readonly allowAnyone?: string } = {}) {
  const state = {
    now: 0,
    key: KEY as ApiKey | undefined,
    hasLive: true,
    hasAccounts: false,
    asked: 0,
    isDown: false,
    noted: [] as number[],
  };
  const ring = openKeyRing({
    config: loadConfig(settings, {}),
    clock: { now: () => state.now },
    anyone: ANYONE,
    find: async (hash): Promise<KeyState> => {
      state.asked += 1;
      if (state.isDown) throw new Error('away');
      const { key, hasLive } = state;
      return { hasLive, hasAccounts: state.hasAccounts, ...(hash === hashApiKey(SECRET) && key !== undefined ? { key } : {}) };
    },
    noteUse: async (uses) => void state.noted.push(...uses.map(({ at }) => at)),
    onFault: () => undefined,
  });
  return { ring, state };
}

describe('the ring of keys', () => {
  it('knows the holder of a key by role, labels and name, and asks once for many requests', async () => {
    const { ring, state } = ringOf();
    for (let count = 0; count < 50; count++) {
      expect(await ring.identify(SECRET)).toEqual({
        kind: 'key',
        caller: { tenant: PLANT, labels: ['维修'], role: 'technician', actor: 'key:巡检' },
        expiresAt: 100_000,
      });
    }
    expect(state.asked).toBe(1);
  });

  it('refuses a key that is unknown, that has expired, and some seconds later one that was revoked', async () => {
    const { ring, state } = ringOf();
    await expect(ring.identify(writeApiKey(new Uint8Array(32)))).rejects.toMatchObject({ code: 'unauthenticated' });
    await ring.identify(SECRET);
    state.key = { ...KEY, revokedAt: 1 };
    state.now = 5_000;
    await expect(ring.identify(SECRET)).rejects.toMatchObject({ code: 'unauthenticated' });
    state.key = KEY;
    state.now = 100_000;
    await expect(ring.identify(SECRET)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('answers from memory while it asks anew, and relies on it no longer than some seconds', async () => {
    const { ring, state } = ringOf();
    await ring.identify(SECRET);
    state.isDown = true;
    state.now = 2_000;
    expect((await ring.identify(SECRET)).kind).toBe('key');
    state.now = 6_000;
    await expect(ring.identify(SECRET)).rejects.toThrow('away');
  });

  it('notes once a minute that a key is used', async () => {
    const { ring, state } = ringOf();
    for (const now of [0, 1_000, 59_999, 60_000]) {
      state.now = now;
      await ring.identify(SECRET);
    }
    expect(state.noted).toEqual([0, 60_000]);
  });

  it('lets anyone in on loopback until there is a key, whatever other programs send as theirs', async () => {
    const { ring, state } = ringOf();
    state.hasLive = false;
    expect(await ring.identify(undefined)).toEqual({ kind: 'anyone', caller: ANYONE });
    expect(await ring.identify('sk-none')).toEqual({ kind: 'anyone', caller: ANYONE });
    state.hasLive = true;
    state.now = 5_000;
    expect(await ring.identify(undefined)).toEqual({ kind: 'nobody', ways: ['key'] });
  });

  it('says that one may sign in where there are accounts, and sees at once what was changed here', async () => {
    const { ring, state } = ringOf();
    state.hasLive = false;
    expect((await ring.identify(undefined)).kind).toBe('anyone');
    state.hasLive = true;
    state.hasAccounts = true;
    ring.forget();
    expect(await ring.identify(undefined)).toEqual({ kind: 'nobody', ways: ['key', 'password'] });
  });

  it('knows nobody without a key at another address, unless it is told to let anyone in', async () => {
    expect(await ringOf({ host: '0.0.0.0' }).ring.identify(undefined)).toEqual({ kind: 'nobody', ways: ['key'] });
    expect(await ringOf({ host: '0.0.0.0', allowAnyone: 'yes' }).ring.identify(undefined)).toEqual({ kind: 'anyone', caller: ANYONE });
  });
});
