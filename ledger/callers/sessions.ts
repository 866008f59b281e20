import { type AccountId, type Caller, FaultlineError, type Role, type TenantId } from '../../kernel/index.ts';
import { recordAudit } from '../audit/audit-event.ts';
import type { Connections } from '../connection/connections.ts';
import { takeLock } from '../connection/take-lock.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { readRights } from './read-rights.ts';

/** Somebody who is signed in. Times in milliseconds, UTC. */
export interface Session {
  readonly tenant: TenantId;
  /** As decisions and the audit trail name the person. */
  readonly actor: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  readonly createdAt: number;
  /** To within a minute. */
  readonly usedAt: number;
  /** Ends then, however much it is used. */
  readonly expiresAt: number;
}

/** A local account gives role and labels as they are at each request; of whom an issuer knows they are said once. */
export type SessionOwner =
  | { readonly kind: 'account'; readonly id: AccountId /** Of the password that was shown. */; readonly passwordAt: number }
  | { readonly kind: 'issuer'; readonly role: Role; readonly labels: Caller['labels'] };

export interface NewSession {
  readonly tenant: TenantId;
  readonly actor: string;
  /** SHA-256 of the secret, lower-case hex. */
  readonly hash: string;
  readonly of: SessionOwner;
  readonly expiresAt: number;
}

/** People who are signed in. */
export interface Sessions {
  /** Opens one, and forgets all that have expired. @throws FaultlineError `unauthenticated` when the account was removed, or its password changed, meanwhile. */
  open(session: NewSession): Promise<void>;
  /** Also one that has expired; undefined when it was ended, or its account removed. */
  find(hash: string): Promise<Session | undefined>;
  /** Notes that sessions were used, unless they were used later still. */
  noteUse(uses: readonly { readonly hash: string; readonly at: number }[]): Promise<void>;
  /** Does nothing where there is none. */
  end(hash: string): Promise<void>;
}

export function makeSessions({ clock, dialect, reader, writeBeside }: Connections): Sessions {
  return {
    open: ({ tenant, actor, hash, of, expiresAt }) =>
      writeBeside('now', async (trx) => {
        const now = clock.now();
        if (of.kind === 'account') {
          await takeLock(trx, dialect, 'callers');
          const account = await trx.selectFrom('account').select(['password_at', 'removed_at']).where('id', '=', of.id).executeTakeFirst();
          if (account === undefined || account.removed_at !== null || account.password_at !== of.passwordAt)
            throw new FaultlineError('unauthenticated', 'The account was changed meanwhile: sign in again.');
        }
        await trx.deleteFrom('session').where('expires_at', '<=', now).execute();
        const rights = of.kind === 'issuer' ? { role: of.role, labels_json: JSON.stringify(of.labels) } : { role: null, labels_json: null };
        await trx
          .insertInto('session')
          .values({
            hash,
            tenant,
            actor,
            account: of.kind === 'account' ? of.id : null,
            ...rights,
            created_at: now,
            used_at: now,
            expires_at: expiresAt,
          })
          .execute();
        await recordAudit(trx, dialect, { tenant, actor, action: 'signed-in', subject: actor, detail: { by: of.kind } }, now);
      }),

    async find(hash) {
      const row = await reader
        .selectFrom('session')
        .leftJoin('account', (join) => join.onRef('account.id', '=', 'session.account').on('account.removed_at', 'is', null))
        .select(['session.tenant', 'session.actor', 'session.created_at', 'session.used_at', 'session.expires_at'])
        .select(['session.role', 'session.labels_json', 'account.role as account_role', 'account.labels_json as account_labels'])
        .where('session.hash', '=', hash)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const [role, labels] = [row.account_role ?? row.role, row.account_labels ?? row.labels_json];
      if (role === null || labels === null) return undefined;
      return {
        tenant: readShape(tenantShape, row.tenant, 'session'),
        actor: row.actor,
        ...readRights(role, labels, 'session'),
        createdAt: row.created_at,
        usedAt: row.used_at,
        expiresAt: row.expires_at,
      };
    },

    noteUse: (uses) =>
      writeBeside('soon', async (trx) => {
        for (const { hash, at } of uses)
          await trx.updateTable('session').set({ used_at: at }).where('hash', '=', hash).where('used_at', '<', at).execute();
      }),

    end: (hash) =>
      writeBeside('now', async (trx) => {
        const row = await trx.deleteFrom('session').where('hash', '=', hash).returning(['tenant', 'actor']).executeTakeFirst();
        if (row === undefined) return;
        const { actor } = row;
        const tenant = readShape(tenantShape, row.tenant, 'session');
        await recordAudit(trx, dialect, { tenant, actor, action: 'signed-out', subject: actor, detail: {} }, clock.now());
      }),
  };
}
