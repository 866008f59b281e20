import type { TenantId } from './ids.ts';
import type { TracePlace } from './ports/traces.ts';
import type { Role } from './role.ts';

/** Who asks: every command takes one, and what it may read follows from it alone. */
export interface Caller {
  readonly tenant: TenantId;
  /** Labels held; a document is readable by who holds all of its labels. `all` is one who may read everything of the tenant. */
  readonly labels: 'all' | readonly string[];
  /** What the service lets this caller do; commands that run without a service ask nothing of it. */
  readonly role: Role;
  /** Named in decisions and in the audit trail. */
  readonly actor: string;
  /** Reads as of this instant (milliseconds, UTC), as if that were now; absent: now. */
  readonly asOf?: number;
  /** Name of the request, in the log of every thread and job that works for it. */
  readonly requestId?: string;
  /** Under which traces show what is done for the request; absent where nothing is traced. */
  readonly trace?: TracePlace;
}
