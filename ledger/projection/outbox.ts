import { sql } from 'kysely';
import type { HeldUnit, KeyId, Unit, VersionId } from '../../kernel/index.ts';
import { BATCH_ROWS, batches } from '../connection/batches.ts';
import type { Connections, Writing } from '../connection/connections.ts';
import { holdsTurn, type Turn } from '../queue/turns.ts';
import { keyIdShape, readShape, versionIdShape } from '../rows/stored-shapes.ts';

/** What projects the ledger. */
export const PROJECTION_TARGETS = ['search', 'graph'] as const;
export type ProjectionTarget = (typeof PROJECTION_TARGETS)[number];

/** A unit whose state at the target is older than in the ledger. */
interface OutboxRow {
  readonly target: ProjectionTarget;
  readonly unit: Unit;
  readonly generation: number;
}

/**
 * Level-triggered: a row says that a unit changed, not how. The projector reads the unit's current state and makes the target
 * equal to it, so rows may be delivered late or twice.
 */
export interface Outbox {
  /** Oldest first. */
  pending(target: ProjectionTarget, limit: number): Promise<readonly OutboxRow[]>;
  /** All units that a target was ever told of, ordered by id: what it may hold and what it must. */
  told(target: ProjectionTarget): AsyncIterable<HeldUnit>;
  /** Has units projected anew, at a generation above the one that the target holds of each. */
  renew(target: ProjectionTarget, units: readonly HeldUnit[]): Promise<void>;
  /** Whether a target waits for anything. */
  isWaiting(): Promise<boolean>;
  /** Marks rows as done, each unless its unit has changed again since. False, and nothing marked, when the turn was lost. */
  delivered(rows: readonly OutboxRow[], turn: Turn): Promise<boolean>;
}

export function makeOutbox(connections: Connections): Outbox {
  const pending: Outbox['pending'] = async (target, limit) => {
    const rows = await connections.reader
      .selectFrom('outbox')
      .select(['kind', 'id', 'generation'])
      .where('target', '=', target)
      // A literal: with a parameter SQLite would not use the index over pending rows.
      .where('pending', '=', (value) => value.lit(1))
      // In the order of the index, so that a round of many does not sort all that wait.
      .orderBy('raised_at')
      .orderBy('kind')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ target, unit: readUnit(row), generation: row.generation }));
  };

  return {
    pending,

    async *told(target) {
      for (let after = ''; ; ) {
        const rows = await connections.reader
          .selectFrom('outbox')
          .select(['kind', 'id', 'generation'])
          .where('target', '=', target)
          // Kinds are in the order of the prefixes of their ids, so this is the order of ids too.
          .where((row) => row.eb(row.refTuple('kind', 'id'), '>', row.tuple(after.startsWith('ver_') ? 'version' : 'key', after)))
          .orderBy('kind')
          .orderBy('id')
          .limit(BATCH_ROWS)
          .execute();
        const last = rows.at(-1);
        if (last === undefined) return;
        for (const row of rows) yield { unit: readUnit(row), generation: row.generation };
        after = last.id;
      }
    },

    async renew(target, units) {
      for (const batch of batches(units, BATCH_ROWS)) {
        await connections.write(async (trx) => {
          const at = connections.clock.now();
          for (const { unit, generation } of batch) {
            await trx
              .insertInto('unit')
              .values({ kind: unit.kind, id: unit.id, generation })
              .onConflict((conflict) =>
                conflict.columns(['kind', 'id']).doUpdateSet({ generation }).where('unit.generation', '<', generation),
              )
              .execute();
            await raise(trx, unit.kind, [unit.id], at, [target]);
          }
        });
      }
    },

    async isWaiting() {
      for (const target of PROJECTION_TARGETS) if ((await pending(target, 1)).length > 0) return true;
      return false;
    },

    async delivered(rows, turn) {
      return connections.writeSoon(async (trx) => {
        if (!(await holdsTurn(trx, turn))) return false;
        for (const batch of batches(rows, BATCH_ROWS)) {
          const done = sql.join(batch.map(({ target, unit, generation }) => sql`(${target}, ${unit.kind}, ${unit.id}, ${generation})`));
          await sql`with done (target, kind, id, generation) as (values ${done})
            update outbox set pending = 0 from done where outbox.target = done.target and outbox.kind = done.kind
            and outbox.id = done.id and outbox.generation = cast(done.generation as bigint)`.execute(trx);
        }
        return true;
      });
    },
  };
}

/** Raises the generation of a version and returns it; with `targets`, tells these that it changed. */
export async function raiseVersion(trx: Writing, id: VersionId, at: number, targets: readonly ProjectionTarget[]): Promise<void> {
  await raise(trx, 'version', [id], at, targets);
}

/** Tells the graph that keys changed their entity, came or went. */
export async function raiseKeys(trx: Writing, ids: readonly KeyId[], at: number): Promise<void> {
  await raise(trx, 'key', ids, at, ['graph']);
}

async function raise(trx: Writing, kind: Unit['kind'], ids: readonly string[], at: number, targets: readonly ProjectionTarget[]) {
  for (const batch of batches([...new Set(ids)].sort(), BATCH_ROWS)) {
    const raised = await trx
      .insertInto('unit')
      .values(batch.map((id) => ({ kind, id, generation: 1 })))
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet((row) => ({ generation: row('unit.generation', '+', 1) })))
      .returning(['id', 'generation'])
      .execute();
    for (const target of targets) {
      await trx
        .insertInto('outbox')
        .values(raised.map(({ id, generation }) => ({ target, kind, id, generation, pending: 1, raised_at: at })))
        .onConflict((conflict) =>
          conflict.columns(['target', 'kind', 'id']).doUpdateSet((row) => ({
            generation: row.ref('excluded.generation'),
            pending: 1,
            raised_at: row.ref('excluded.raised_at'),
          })),
        )
        .execute();
    }
  }
}

function readUnit(row: { kind: string; id: string }): Unit {
  return row.kind === 'version'
    ? { kind: 'version', id: readShape(versionIdShape, row.id, 'outbox row') }
    : { kind: 'key', id: readShape(keyIdShape, row.id, 'outbox row') };
}
