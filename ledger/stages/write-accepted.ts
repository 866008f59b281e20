import type { Evidence, Fact, TenantId, VersionId } from '../../kernel/index.ts';
import type { Writing } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { factDecisionsAt } from './fact-decisions.ts';
import { writeFacts } from './write-facts.ts';

/** Writes those of a version's quarantined facts that a decision in force accepts; the decision stands in their evidence. */
export async function writeAccepted(
  trx: Writing,
  dialect: LedgerDialect,
  tenant: TenantId,
  version: VersionId,
  held: readonly { readonly fact: Fact; readonly evidence: Evidence }[],
): Promise<void> {
  const decided = await factDecisionsAt(trx, dialect, tenant, [...new Set(held.map(({ fact }) => fact.id))]);
  const accepted = held.flatMap(({ fact, evidence }) => {
    const decision = decided.get(fact.id);
    if (decision?.kind !== 'accept-fact') return [];
    return [{ fact, evidence: { ...evidence, decisions: [...(evidence.decisions ?? []), decision.id] } }];
  });
  await writeFacts(trx, dialect, tenant, version, accepted);
}
