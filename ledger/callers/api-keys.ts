import { type ApiKeyId, type Caller, FaultlineError, makeApiKeyId, type Role, type TenantId } from '../../kernel/index.ts';
import { recordAudit } from '../audit/audit-event.ts';
import type { Connections } from '../connection/connections.ts';
import { takeLock } from '../connection/take-lock.ts';
import { apiKeyIdShape, readShape, tenantShape } from '../rows/stored-shapes.ts';
import { readRights } from './read-rights.ts';

/** What is known of a key; the key itself only who holds it knows. Times in milliseconds, UTC. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly tenant: TenantId;
  /** No other key of the tenant ever bears it, so that the audit trail tells them apart. */
  readonly name: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  readonly createdBy: string;
  readonly createdAt: number;
  /** Counts no more from then on; absent: until it is revoked. */
  readonly expiresAt?: number;
  readonly revokedAt?: number;
  /** To within a minute. */
  readonly usedAt?: number;
}

export interface NewApiKey {
  readonly name: string;
  /** SHA-256 of the key, lower-case hex. */
  readonly hash: string;
  readonly role: Role;
  readonly labels: Caller['labels'];
  readonly expiresAt?: number;
}

/** Who makes or revokes a key. */
type Maker = Pick<Caller, 'tenant' | 'actor'>;

/** Keys by which a service knows who asks. */
export interface ApiKeys {
  /** @throws FaultlineError `conflict` when a key of the tenant bears or bore the name. */
  create(maker: Maker, key: NewApiKey): Promise<ApiKey>;
  /** By name, with those that are revoked or have expired. */
  list(tenant: TenantId): Promise<readonly ApiKey[]>;
  /** Of any tenant, by the hash of the key; also one that is revoked or has expired. */
  find(hash: string): Promise<ApiKey | undefined>;
  /** Whether a key of any tenant counts now. */
  hasLive(): Promise<boolean>;
  /** Ends a key; one that was revoked stays as it is. @throws FaultlineError `not-found`. */
  revoke(maker: Maker, id: ApiKeyId): Promise<ApiKey>;
  /** Notes that keys were used, unless they were used later still. */
  noteUse(uses: readonly { readonly id: ApiKeyId; readonly at: number }[]): Promise<void>;
}

export function makeApiKeys({ clock, dialect, reader, writeBeside }: Connections): ApiKeys {
  return {
    create: (maker, key) =>
      writeBeside('now', async (trx) => {
        await takeLock(trx, dialect, 'callers');
        const now = clock.now();
        const id = makeApiKeyId(maker.tenant, key.name);
        const same = await trx.selectFrom('api_key').select('id').where('id', '=', id).executeTakeFirst();
        if (same !== undefined)
          throw new FaultlineError(
            'conflict',
            `There is or was a key named "${key.name}"; choose another name, since the audit trail tells by it.`,
          );
        const row = {
          id,
          tenant: maker.tenant,
          name: key.name,
          hash: key.hash,
          role: key.role,
          labels_json: JSON.stringify(key.labels),
          created_by: maker.actor,
          created_at: now,
          expires_at: key.expiresAt ?? null,
          revoked_at: null,
          used_at: null,
        };
        await trx.insertInto('api_key').values(row).execute();
        const detail = { name: key.name, role: key.role, ...(key.labels === 'all' ? {} : { labels: key.labels }) };
        await recordAudit(trx, dialect, { ...maker, action: 'api-key-created', subject: id, detail }, now);
        return keyOf(row);
      }),

    async list(tenant) {
      const rows = await reader.selectFrom('api_key').selectAll().where('tenant', '=', tenant).orderBy('name').execute();
      return rows.map(keyOf);
    },

    async find(hash) {
      const row = await reader.selectFrom('api_key').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? undefined : keyOf(row);
    },

    async hasLive() {
      const row = await reader
        .selectFrom('api_key')
        .select('id')
        .where('revoked_at', 'is', null)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', clock.now())]))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    revoke: (maker, id) =>
      writeBeside('now', async (trx) => {
        await takeLock(trx, dialect, 'callers');
        const now = clock.now();
        const row = await trx.selectFrom('api_key').selectAll().where('id', '=', id).where('tenant', '=', maker.tenant).executeTakeFirst();
        if (row === undefined) throw new FaultlineError('not-found', 'There is no such key; `faultline keys list` names them.');
        if (row.revoked_at !== null) return keyOf(row);
        await trx.updateTable('api_key').set({ revoked_at: now }).where('id', '=', id).execute();
        await recordAudit(trx, dialect, { ...maker, action: 'api-key-revoked', subject: id, detail: { name: row.name } }, now);
        return keyOf({ ...row, revoked_at: now });
      }),

    noteUse: (uses) =>
      writeBeside('soon', async (trx) => {
        for (const { id, at } of uses) {
          await trx
            .updateTable('api_key')
            .set({ used_at: at })
            .where('id', '=', id)
            .where((where) => where.or([where('used_at', 'is', null), where('used_at', '<', at)]))
            .execute();
        }
      }),
  };
}

interface KeyRow {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly role: string;
  readonly labels_json: string;
  readonly created_by: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly revoked_at: number | null;
  readonly used_at: number | null;
}

function keyOf(row: KeyRow): ApiKey {
  return {
    id: readShape(apiKeyIdShape, row.id, 'API key'),
    tenant: readShape(tenantShape, row.tenant, 'API key'),
    name: row.name,
    ...readRights(row.role, row.labels_json, 'API key'),
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    ...(row.used_at === null ? {} : { usedAt: row.used_at }),
  };
}
