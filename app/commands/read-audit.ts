import { type Caller, FaultlineError } from '../../kernel/index.ts';
import type {
  AuditFilter,
  AuditHead,
  AuditVerification,
  ContentVerification,
  InclusionProof,
  StoredAuditEvent,
} from '../../ledger/index.ts';
import type { Application } from '../application.ts';

/** Events of the tenant, newest first. @throws FaultlineError `forbidden` for a caller who may not read everything. */
export async function listAudit({ ledger }: Application, caller: Caller, filter: AuditFilter): Promise<readonly StoredAuditEvent[]> {
  refuseUnlessAll(caller);
  return ledger.audit.list(caller.tenant, filter);
}

export interface AuditCheck extends AuditVerification {
  /** What readers see of documents, held against the digests in the trail; only where that was asked for. */
  readonly content?: ContentVerification;
}

/**
 * Recomputes the whole trail, against a head kept elsewhere when one is given; with `content` also reads all that readers see and
 * compares it with the digests in the trail. @throws FaultlineError `forbidden`.
 */
export async function verifyAudit(
  { ledger }: Application,
  caller: Caller,
  { head, content = false }: { readonly head?: AuditHead; readonly content?: boolean },
  signal: AbortSignal,
): Promise<AuditCheck> {
  refuseUnlessAll(caller);
  const trail = await ledger.audit.verify(head, signal);
  return content ? { ...trail, content: await ledger.content.verify(signal) } : trail;
}

/** Gives versions of a ledger of before their digests, as they stand now; gives how many. @throws FaultlineError `forbidden`. */
export async function coverVersions({ ledger }: Application, caller: Caller, signal: AbortSignal): Promise<number> {
  refuseUnlessAll(caller);
  return ledger.content.cover(signal);
}

/**
 * That an event is in the trail, for whoever holds a head.
 * @throws FaultlineError `forbidden`; `not-found`; `conflict` when it has no seal yet.
 */
export async function proveAudit({ ledger }: Application, caller: Caller, event: number): Promise<InclusionProof> {
  refuseUnlessAll(caller);
  const proof = await ledger.audit.prove(event);
  if (proof === undefined) throw new FaultlineError('not-found', `The trail has no whole event ${event}; see \`faultline audit verify\`.`);
  if (proof === 'unsealed') throw new FaultlineError('conflict', `Event ${event} has no seal yet; ask again in a second.`);
  return proof;
}

/** Who asked what is for those who answer for the whole tenant. */
function refuseUnlessAll({ labels }: Caller): void {
  if (labels !== 'all') throw new FaultlineError('forbidden', 'Only a caller who may read everything may read the audit trail.');
}
