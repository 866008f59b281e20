import { FaultlineError, type KeyId, type TenantId } from '../kernel/index.ts';
import type { PairDecision } from './components.ts';
import type { Connections } from './connections.ts';
import { resolveComponents } from './resolve-components.ts';
import { keyIdShape, readShape } from './stored-shapes.ts';

/** People's words on whether two keys name one thing. The latest on a pair holds; undoing is another decision. */
export interface Decisions {
  /** @throws FaultlineError `invalid-request` when both keys are one. */
  decide(decision: PairDecision & { readonly tenant: TenantId; readonly actor: string }): Promise<void>;
  /** All decisions of a tenant, oldest first. */
  list(tenant: TenantId): Promise<readonly { readonly kind: string; readonly a: KeyId; readonly b: KeyId; readonly actor: string }[]>;
}

export function makeDecisions({ clock, dialect, reader, write }: Connections): Decisions {
  return {
    async decide({ tenant, kind, a, b, actor }) {
      if (a === b) throw new FaultlineError('invalid-request', 'A decision needs two different keys.');
      const [first, second] = a < b ? [a, b] : [b, a];
      await write(async (trx) => {
        const last = await trx.selectFrom('decision').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
        await trx
          .insertInto('decision')
          .values({ number: (last?.number ?? 0) + 1, tenant, kind, a: first, b: second, actor, at: clock.now() })
          .execute();
        await resolveComponents(trx, dialect, [first, second], clock.now());
      });
    },

    async list(tenant) {
      const rows = await reader.selectFrom('decision').selectAll().where('tenant', '=', tenant).orderBy('number').execute();
      return rows.map((row) => ({
        kind: row.kind,
        a: readShape(keyIdShape, row.a, 'decision'),
        b: readShape(keyIdShape, row.b, 'decision'),
        actor: row.actor,
      }));
    },
  };
}
