import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256, type TenantId } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';

const PLANT = 'plant' as TenantId;
const maker = { tenant: PLANT, actor: 'local' };
const elsewhere = { tenant: 'other' as TenantId, actor: 'local' };
const mes = { name: '车间 mes', hash: sha256('key of mes'), role: 'technician', labels: ['维修', 'maintenance'] } as const;

let now = 0;
let ledger: Ledger;

describeLedgers('API keys', (form) => {
  beforeEach(async () => {
    now = 1_000;
    ledger = await openEmpty(form, { now: () => now });
  });
  afterEach(() => ledger.close());

  it('are found by the hash of the key alone, with role, labels and who made them', async () => {
    const made = await ledger.apiKeys.create(maker, { ...mes, expiresAt: 9_000 });
    expect(await ledger.apiKeys.find(mes.hash)).toEqual(made);
    expect(made).toMatchObject({
      tenant: PLANT,
      name: mes.name,
      role: 'technician',
      labels: mes.labels,
      createdBy: 'local',
      createdAt: 1_000,
    });
    expect(made.expiresAt).toBe(9_000);
    expect(await ledger.apiKeys.find(sha256('another'))).toBeUndefined();
    expect(JSON.stringify(made)).not.toContain(mes.hash);
  });

  it('are listed for their tenant alone, and bear a name that no other of it ever bore', async () => {
    const made = await ledger.apiKeys.create(maker, mes);
    await ledger.apiKeys.create(elsewhere, { ...mes, hash: sha256('b') });
    await ledger.apiKeys.revoke(maker, made.id);
    await expect(ledger.apiKeys.create(maker, { ...mes, hash: sha256('c') })).rejects.toMatchObject({ code: 'conflict' });
    expect((await ledger.apiKeys.list(PLANT)).map(({ id }) => id)).toEqual([made.id]);
  });

  it('end when they are revoked, once, by their own tenant only, and the trail tells who did it', async () => {
    const made = await ledger.apiKeys.create(maker, mes);
    await expect(ledger.apiKeys.revoke(elsewhere, made.id)).rejects.toMatchObject({ code: 'not-found' });
    now = 2_000;
    expect((await ledger.apiKeys.revoke({ ...maker, actor: 'key:boss' }, made.id)).revokedAt).toBe(2_000);
    now = 3_000;
    expect((await ledger.apiKeys.revoke(maker, made.id)).revokedAt).toBe(2_000);
    expect((await ledger.apiKeys.find(mes.hash))?.revokedAt).toBe(2_000);
    const trail = await ledger.audit.list(PLANT, { limit: 10 });
    expect(trail.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ['key:boss', 'api-key-revoked', made.id],
      ['local', 'api-key-created', made.id],
    ]);
    expect(JSON.stringify(trail)).not.toContain(mes.hash);
  });

  it('count while one of them is neither revoked nor expired', async () => {
    expect(await ledger.apiKeys.hasLive()).toBe(false);
    const lasting = await ledger.apiKeys.create(maker, mes);
    await ledger.apiKeys.create(maker, { ...mes, name: 'short', hash: sha256('b'), expiresAt: 5_000 });
    await ledger.apiKeys.revoke(maker, lasting.id);
    expect(await ledger.apiKeys.hasLive()).toBe(true);
    now = 5_000;
    expect(await ledger.apiKeys.hasLive()).toBe(false);
  });

  it('remember their latest use, in whatever order it is told', async () => {
    const { id } = await ledger.apiKeys.create(maker, mes);
    await ledger.apiKeys.noteUse([
      { id, at: 7_000 },
      { id, at: 6_000 },
    ]);
    expect((await ledger.apiKeys.find(mes.hash))?.usedAt).toBe(7_000);
  });
});
