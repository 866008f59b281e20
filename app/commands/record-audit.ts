import type { Caller } from '../../kernel/index.ts';
import type { AuditEvent } from '../../ledger/index.ts';
import type { Application } from '../application.ts';

/** Writes what readers, which cannot write, noted; the caller is the service itself. */
export async function recordAudit({ ledger }: Application, _: Caller, events: readonly AuditEvent[]): Promise<void> {
  await ledger.audit.record(events);
}
