import type { DecisionId, FactDecision, FactId, TenantId } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Reading } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readDecision } from '../rows/decision-rows.ts';
import { decisionStates } from '../rows/decision-states.ts';

/** The decision in force on each of some facts. */
export async function factDecisionsAt(
  db: Reading,
  dialect: LedgerDialect,
  tenant: TenantId,
  facts: readonly FactId[],
): Promise<ReadonlyMap<FactId, { readonly id: DecisionId; readonly kind: FactDecision['kind'] }>> {
  const decided = new Map<FactId, { readonly id: DecisionId; readonly kind: FactDecision['kind'] }>();
  for (const batch of batches(facts)) {
    const rows = await db
      .selectFrom('decision')
      .selectAll()
      .where('tenant', '=', tenant)
      .where((row) => dialect.oneOf(row.ref('fact'), batch))
      .orderBy('number')
      .execute();
    const log = rows.map(readDecision);
    const states = decisionStates(log);
    for (const { id, decision } of log) {
      if (states.get(id) !== 'in-force') continue;
      if (decision.kind === 'accept-fact' || decision.kind === 'reject-fact') decided.set(decision.fact, { id, kind: decision.kind });
    }
  }
  return decided;
}
