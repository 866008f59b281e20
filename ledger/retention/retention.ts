import { sql } from 'kysely';
import type { TenantId } from '../../kernel/index.ts';
import { recordAudit, SYSTEM_ACTOR } from '../audit/audit-event.ts';
import { blankEvents, countBlankable } from '../audit/blank-events.ts';
import type { Connections } from '../connection/connections.ts';
import { readShape, tenantShape } from '../rows/stored-shapes.ts';
import { type OldRevision, oldRevisions } from './old-revisions.ts';

/** Times in milliseconds, UTC. */
export interface ForgottenQuestions {
  /** Questions of conversations. */
  readonly conversations: number;
  /** What people said of answers, with the questions. */
  readonly feedback: number;
}

/** What is kept no longer than the site wants it kept. Each is found first, so that it can be told what would go. */
export interface Retention {
  tenants(): Promise<readonly TenantId[]>;
  /** Counts what `forgetQuestions` would remove. */
  countQuestions(before: number): Promise<ForgottenQuestions>;
  /** Removes questions of before, of all tenants; decisions on feedback stay and sleep. */
  forgetQuestions(before: number): Promise<ForgottenQuestions>;
  countEvents(before: number): Promise<number>;
  /**
   * Empties sealed events of before of whom and what they tell, of all tenants, and says so in the trail; their hashes stay, so that
   * the seals still hold. Digests of versions stay. Gives how many.
   */
  forgetEvents(before: number, tenant: TenantId): Promise<number>;
  /** Versions that readers are shown as older ones, whose place another took before; ordered by version. */
  oldRevisions(tenant: TenantId, before: number): Promise<readonly OldRevision[]>;
}

export function makeRetention(connections: Connections): Retention {
  const { clock, dialect, reader, write, writeBeside } = connections;
  return {
    async tenants() {
      const rows = await reader.selectFrom('version').select('tenant').distinct().orderBy('tenant').execute();
      return rows.map((row) => readShape(tenantShape, row.tenant, 'version'));
    },

    async countQuestions(before) {
      const count = async (table: 'conversation_turn' | 'feedback'): Promise<number> => {
        const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)} where at < ${before}`.execute(
          reader,
        );
        return Number(rows[0]?.n ?? 0);
      };
      return { conversations: await count('conversation_turn'), feedback: await count('feedback') };
    },

    forgetQuestions: (before) =>
      write(async (trx) => {
        const turns = await trx.deleteFrom('conversation_turn').where('at', '<', before).executeTakeFirst();
        const doomed = trx.selectFrom('feedback').select('id').where('at', '<', before);
        await trx.deleteFrom('feedback_source').where('feedback', 'in', doomed).execute();
        const said = await trx.deleteFrom('feedback').where('at', '<', before).executeTakeFirst();
        return { conversations: Number(turns.numDeletedRows), feedback: Number(said.numDeletedRows) };
      }),

    countEvents: (before) => countBlankable(reader, before),

    forgetEvents: (before, tenant) =>
      writeBeside('now', async (trx) => {
        const { events, through } = await blankEvents(trx, before);
        if (events > 0) {
          const detail = { events, through };
          const subject = new Date(before).toISOString();
          await recordAudit(trx, dialect, { tenant, actor: SYSTEM_ACTOR, action: 'audit-trimmed', subject, detail }, clock.now());
        }
        return events;
      }),

    oldRevisions: (tenant, before) => oldRevisions(connections, tenant, before),
  };
}
