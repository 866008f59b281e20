import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256, type TenantId } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import type { Account } from './accounts.ts';

const PLANT = 'plant' as TenantId;
const maker = { tenant: PLANT, actor: 'local' };
const elsewhere = { tenant: 'other' as TenantId, actor: 'local' };
const zhang = { name: '张工', passwordHash: '$argon2id$first', role: 'engineer', labels: ['维修'] } as const;
const ISSUER = { kind: 'issuer', role: 'reader', labels: [] } as const;

let now = 0;
let ledger: Ledger;

const by = ({ id, passwordAt }: Account) => ({ kind: 'account', id, passwordAt }) as const;
const signIn = (account: Account, secret: string, expiresAt = 9_000) =>
  ledger.sessions.open({ tenant: PLANT, actor: `account:${account.name}`, hash: sha256(secret), of: by(account), expiresAt });

describeLedgers('accounts', (form) => {
  beforeEach(async () => {
    now = 1_000;
    ledger = await openEmpty(form, { now: () => now });
  });
  afterEach(() => ledger.close());

  it('are found by tenant and name with the hash of their password, which is in no list and no event', async () => {
    const made = await ledger.accounts.create(maker, zhang);
    expect(await ledger.accounts.find(PLANT, '张工')).toEqual({ account: made, passwordHash: zhang.passwordHash });
    expect(await ledger.accounts.find(elsewhere.tenant, '张工')).toBeUndefined();
    expect(await ledger.accounts.list(PLANT)).toEqual([made]);
    expect(made).toMatchObject({ role: 'engineer', labels: ['维修'], createdBy: 'local', createdAt: 1_000, passwordAt: 1_000 });
    const trail = await ledger.audit.list(PLANT, { limit: 10 });
    expect(trail[0]).toMatchObject({ action: 'account-created', subject: made.id, detail: { name: '张工', role: 'engineer' } });
    expect(JSON.stringify([made, trail])).not.toContain('argon2id');
  });

  it('bear a name that no other of their tenant ever bore', async () => {
    const made = await ledger.accounts.create(maker, zhang);
    await ledger.accounts.create(elsewhere, zhang);
    await ledger.accounts.remove(maker, made.id);
    await expect(ledger.accounts.create(maker, zhang)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are changed and removed by their own tenant alone, and no longer once they are removed', async () => {
    const { id } = await ledger.accounts.create(maker, zhang);
    await expect(ledger.accounts.remove(elsewhere, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(ledger.accounts.setPassword(elsewhere, id, 'x')).rejects.toMatchObject({ code: 'not-found' });
    expect((await ledger.accounts.setRights(maker, id, { role: 'admin', labels: 'all' })).role).toBe('admin');
    now = 2_000;
    expect((await ledger.accounts.remove(maker, id)).removedAt).toBe(2_000);
    now = 3_000;
    expect((await ledger.accounts.remove(maker, id)).removedAt).toBe(2_000);
    await expect(ledger.accounts.setPassword(maker, id, 'x')).rejects.toMatchObject({ code: 'not-found' });
    expect(await ledger.accounts.find(PLANT, '张工')).toBeUndefined();
    const trail = await ledger.audit.list(PLANT, { limit: 10 });
    expect(trail.map(({ action }) => action)).toEqual(['account-removed', 'account-changed', 'account-created']);
  });

  it('count while one of them can sign in', async () => {
    expect(await ledger.accounts.hasLive()).toBe(false);
    const { id } = await ledger.accounts.create(maker, zhang);
    expect(await ledger.accounts.hasLive()).toBe(true);
    await ledger.accounts.remove(maker, id);
    expect(await ledger.accounts.hasLive()).toBe(false);
  });
});

describeLedgers('sessions', (form) => {
  beforeEach(async () => {
    now = 1_000;
    ledger = await openEmpty(form, { now: () => now });
  });
  afterEach(() => ledger.close());

  it('have the rights that their account has at the moment', async () => {
    const account = await ledger.accounts.create(maker, zhang);
    await signIn(account, 's');
    expect(await ledger.sessions.find(sha256('s'))).toEqual({
      tenant: PLANT,
      actor: 'account:张工',
      role: 'engineer',
      labels: ['维修'],
      createdAt: 1_000,
      usedAt: 1_000,
      expiresAt: 9_000,
    });
    await ledger.accounts.setRights(maker, account.id, { role: 'reader', labels: [] });
    expect(await ledger.sessions.find(sha256('s'))).toMatchObject({ role: 'reader', labels: [] });
    expect(await ledger.sessions.find(sha256('t'))).toBeUndefined();
  });

  it('end with another password and with the account, and none is opened by the password of before', async () => {
    const account = await ledger.accounts.create(maker, zhang);
    await signIn(account, 's');
    now = 2_000;
    const changed = await ledger.accounts.setPassword(maker, account.id, '$argon2id$second');
    expect(await ledger.sessions.find(sha256('s'))).toBeUndefined();
    await expect(signIn(account, 't')).rejects.toMatchObject({ code: 'unauthenticated' });
    await signIn(changed, 't');
    await ledger.accounts.remove(maker, account.id);
    expect(await ledger.sessions.find(sha256('t'))).toBeUndefined();
    await expect(signIn(changed, 'u')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('of people whom an issuer knows keep the rights that it gave them', async () => {
    await ledger.sessions.open({ tenant: PLANT, actor: 'oidc:li', hash: sha256('s'), of: ISSUER, expiresAt: 9_000 });
    expect(await ledger.sessions.find(sha256('s'))).toMatchObject({ actor: 'oidc:li', role: 'reader', labels: [] });
  });

  it('end once when they are signed out, and the trail tells who came and went', async () => {
    await ledger.sessions.open({ tenant: PLANT, actor: 'oidc:li', hash: sha256('s'), of: ISSUER, expiresAt: 9_000 });
    await ledger.sessions.end(sha256('s'));
    await ledger.sessions.end(sha256('s'));
    expect(await ledger.sessions.find(sha256('s'))).toBeUndefined();
    const trail = await ledger.audit.list(PLANT, { limit: 10 });
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ['oidc:li', 'signed-out'],
      ['oidc:li', 'signed-in'],
    ]);
    expect(JSON.stringify(trail)).not.toContain(sha256('s'));
  });

  it('remember their latest use, and are forgotten when they expired and another is opened', async () => {
    const open = (secret: string, expiresAt: number) =>
      ledger.sessions.open({ tenant: PLANT, actor: 'oidc:li', hash: sha256(secret), of: ISSUER, expiresAt });
    await open('s', 5_000);
    await ledger.sessions.noteUse([
      { hash: sha256('s'), at: 4_000 },
      { hash: sha256('s'), at: 3_000 },
    ]);
    expect((await ledger.sessions.find(sha256('s')))?.usedAt).toBe(4_000);
    now = 5_000;
    expect((await ledger.sessions.find(sha256('s')))?.expiresAt).toBe(5_000);
    await open('t', 9_000);
    expect(await ledger.sessions.find(sha256('s'))).toBeUndefined();
  });
});
