import { type AccountId, type Caller, FaultlineError, makeAccountId, type Role, type TenantId } from '../../kernel/index.ts';
import { type AuditAction, type AuditDetail, recordAudit } from '../audit/audit-event.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import type { LedgerSchema } from '../connection/schema.ts';
import { takeLock } from '../connection/take-lock.ts';
import { accountIdShape, readShape, tenantShape } from '../rows/stored-shapes.ts';
import { readRights } from './read-rights.ts';

/** A person who signs in by name and password. Times in milliseconds, UTC. */
export interface Account {
  readonly id: AccountId;
  readonly tenant: TenantId;
  /** No other account of the tenant ever bears it, so that decisions, conversations and the audit trail stay with one person. */
  readonly name: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  readonly createdBy: string;
  readonly createdAt: number;
  /** When the password was set last. */
  readonly passwordAt: number;
  readonly removedAt?: number;
}

export interface NewAccount {
  readonly name: string;
  /** With salt and parameters, as `$argon2id$…`. */
  readonly passwordHash: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
}

/** Who changes an account. */
type Maker = Pick<Caller, 'tenant' | 'actor'>;

/** People that a service knows by a password. */
export interface Accounts {
  /** @throws FaultlineError `conflict` when an account of the tenant bears or bore the name. */
  create(maker: Maker, account: NewAccount): Promise<Account>;
  /** By name, with those that were removed. */
  list(tenant: TenantId): Promise<readonly Account[]>;
  /** One that can sign in. */
  find(tenant: TenantId, name: string): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined>;
  /** Whether anybody, of any tenant, can sign in. */
  hasLive(): Promise<boolean>;
  /** Sets another password and ends all sessions of the account. @throws FaultlineError `not-found`. */
  setPassword(maker: Maker, id: AccountId, passwordHash: string): Promise<Account>;
  /** Counts for sessions that are open too. @throws FaultlineError `not-found`. */
  setRights(maker: Maker, id: AccountId, rights: Pick<Account, 'role' | 'labels'>): Promise<Account>;
  /** Ends the account and its sessions; one that was removed stays as it is. @throws FaultlineError `not-found`. */
  remove(maker: Maker, id: AccountId): Promise<Account>;
}

type AccountRow = LedgerSchema['account'];

export function makeAccounts({ clock, dialect, reader, writeBeside }: Connections): Accounts {
  /** Changes an account in a transaction of its own, with the word of it in the audit trail. */
  function change(maker: Maker, id: AccountId, action: AuditAction, step: Change): Promise<Account> {
    return writeBeside('now', async (trx) => {
      await takeLock(trx, dialect, 'callers');
      const now = clock.now();
      const row = await trx.selectFrom('account').selectAll().where('id', '=', id).where('tenant', '=', maker.tenant).executeTakeFirst();
      if (row === undefined) throw new FaultlineError('not-found', 'There is no such account; `faultline accounts list` names them.');
      if (row.removed_at !== null) {
        if (action === 'account-removed') return accountOf(row);
        throw new FaultlineError('not-found', `The account "${row.name}" was removed.`);
      }
      const { set, detail } = step(now);
      await trx.updateTable('account').set(set).where('id', '=', id).execute();
      if (action !== 'account-changed') await endSessions(trx, id);
      await recordAudit(trx, dialect, { ...maker, action, subject: id, detail: { name: row.name, ...detail } }, now);
      return accountOf({ ...row, ...set });
    });
  }

  return {
    create: (maker, { name, passwordHash, role, labels }) =>
      writeBeside('now', async (trx) => {
        await takeLock(trx, dialect, 'callers');
        const now = clock.now();
        const id = makeAccountId(maker.tenant, name);
        const same = await trx.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst();
        if (same !== undefined)
          throw new FaultlineError(
            'conflict',
            `There is or was an account named "${name}"; choose another name, since decisions and the audit trail tell by it.`,
          );
        const row = {
          id,
          tenant: maker.tenant,
          name,
          password_hash: passwordHash,
          role,
          labels_json: JSON.stringify(labels),
          created_by: maker.actor,
          created_at: now,
          password_at: now,
          removed_at: null,
        };
        await trx.insertInto('account').values(row).execute();
        await recordAudit(
          trx,
          dialect,
          { ...maker, action: 'account-created', subject: id, detail: { name, ...told({ role, labels }) } },
          now,
        );
        return accountOf(row);
      }),

    async list(tenant) {
      const rows = await reader.selectFrom('account').selectAll().where('tenant', '=', tenant).orderBy('name').execute();
      return rows.map(accountOf);
    },

    async find(tenant, name) {
      const row = await reader
        .selectFrom('account')
        .selectAll()
        .where('id', '=', makeAccountId(tenant, name))
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return row === undefined ? undefined : { account: accountOf(row), passwordHash: row.password_hash };
    },

    async hasLive() {
      return (await reader.selectFrom('account').select('id').where('removed_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
    },

    setPassword: (maker, id, passwordHash) =>
      change(maker, id, 'password-set', (now) => ({ set: { password_hash: passwordHash, password_at: now }, detail: {} })),

    setRights: (maker, id, rights) =>
      change(maker, id, 'account-changed', () => ({
        set: { role: rights.role, labels_json: JSON.stringify(rights.labels) },
        detail: told(rights),
      })),

    remove: (maker, id) => change(maker, id, 'account-removed', (now) => ({ set: { removed_at: now }, detail: {} })),
  };
}

type Change = (now: number) => {
  readonly set: Partial<Pick<AccountRow, 'password_hash' | 'password_at' | 'role' | 'labels_json' | 'removed_at'>>;
  readonly detail: AuditDetail;
};

async function endSessions(trx: Writing, id: AccountId): Promise<void> {
  await trx.deleteFrom('session').where('account', '=', id).execute();
}

function told({ role, labels }: Pick<Account, 'role' | 'labels'>): AuditDetail {
  return { role, ...(labels === 'all' ? {} : { labels }) };
}

function accountOf(row: AccountRow): Account {
  return {
    id: readShape(accountIdShape, row.id, 'account'),
    tenant: readShape(tenantShape, row.tenant, 'account'),
    name: row.name,
    ...readRights(row.role, row.labels_json, 'account'),
    createdBy: row.created_by,
    createdAt: row.created_at,
    passwordAt: row.password_at,
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
  };
}
