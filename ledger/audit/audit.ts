import { z } from 'zod';
import type { TenantId } from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { readJson, readShape, tenantShape } from '../rows/stored-shapes.ts';
import { AUDIT_ACTIONS, type AuditAction, type AuditEvent, recordAudit, type StoredAuditEvent } from './audit-event.ts';
import { BLANK } from './blank-events.ts';
import { type AnswerHandle, findGivenAnswer, type GivenAnswer } from './find-given-answer.ts';
import { type InclusionProof, proveEvent } from './prove-event.ts';
import { sealEvents } from './seal-events.ts';
import { type AuditHead, type AuditVerification, verifyAudit } from './verify-audit.ts';

export interface AuditFilter {
  readonly actor?: string;
  readonly actions?: readonly AuditAction[];
  readonly subject?: string;
  /** Milliseconds, UTC; `from` inclusive, `to` exclusive. */
  readonly from?: number;
  readonly to?: number;
  /** Only events of a lower number: the next page. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * The trail of who asked and who changed what: events written in the commit of what they tell, closed each second into seals
 * that are chained. From its seal on an event cannot be changed, removed or moved unseen.
 */
export interface Audit {
  /** Writes events about things that are no change of the ledger, in one commit. */
  record(events: readonly AuditEvent[]): Promise<void>;
  /** Seals what waits; gives the number of events sealed. */
  seal(): Promise<number>;
  /** Newest first. */
  list(tenant: TenantId, filter: AuditFilter): Promise<readonly StoredAuditEvent[]>;
  verify(head: AuditHead | undefined, signal: AbortSignal): Promise<AuditVerification>;
  /** `unsealed` while the event waits; undefined when there is none. */
  prove(event: number): Promise<InclusionProof | 'unsealed' | undefined>;
  /** What the trail keeps of an answer that somebody was given. @throws FaultlineError `not-found`. */
  givenAnswer(handle: AnswerHandle): Promise<GivenAnswer>;
  /** Events that wait for their seal, and since when the oldest does (milliseconds, UTC). */
  waiting(): Promise<{ readonly events: number; readonly since?: number }>;
}

export function makeAudit({ clock, dialect, reader, writeBeside }: Connections): Audit {
  return {
    record: (events) =>
      writeBeside('now', async (trx) => {
        for (const event of events) await recordAudit(trx, dialect, event, clock.now());
      }),

    async seal() {
      let sealed = 0;
      for (;;) {
        const waiting = await reader.selectFrom('audit_event').select('number').where('seal', 'is', null).limit(1).executeTakeFirst();
        if (waiting === undefined) return sealed;
        sealed += await writeBeside('now', (trx) => sealEvents(trx, dialect, clock.now()));
      }
    },

    async list(tenant, { actor, actions, subject, from, to, before, limit }) {
      let query = reader.selectFrom('audit_event').selectAll().where('tenant', '=', tenant).where('action', '!=', BLANK);
      if (actor !== undefined) query = query.where('actor', '=', actor);
      if (actions !== undefined) query = query.where((row) => dialect.oneOf(row.ref('action'), actions));
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (to !== undefined) query = query.where('at', '<', to);
      if (before !== undefined) query = query.where('number', '<', before);
      const rows = await query.orderBy('number', 'desc').limit(limit).execute();
      return rows.map(({ number, at, actor, action, subject, ...row }) => ({
        number,
        at,
        tenant: readShape(tenantShape, row.tenant, 'audit event'),
        actor,
        action: readShape(z.enum(AUDIT_ACTIONS), action, 'audit event'),
        subject,
        detail: readJson(detailShape, row.detail_json, 'audit event'),
      }));
    },

    verify: (head, signal) => verifyAudit(reader, head, signal),
    prove: (event) => proveEvent(reader, event),
    givenAnswer: (handle) => findGivenAnswer(reader, dialect, handle),

    async waiting() {
      const row = await reader
        .selectFrom('audit_event')
        .select((count) => [count.fn.countAll<number>().as('events'), count.fn.min('at').as('since')])
        .where('seal', 'is', null)
        .executeTakeFirst();
      return { events: row?.events ?? 0, ...(row === undefined || row.since === null ? {} : { since: row.since }) };
    },
  };
}

const detailShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
