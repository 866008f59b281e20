import type { DecisionId, MadeDecision, Passage } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';
import type { Reading } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readDecision } from '../rows/decision-rows.ts';

/** Decisions that a passage's corrections and the roles of its cells rest on, ordered by id. */
export function decisionIds({ corrections = [], cells = [] }: Passage): readonly DecisionId[] {
  const ids = [...corrections.map(({ decision }) => decision), ...cells.flatMap(({ decision }) => decision ?? [])];
  return [...new Set(ids)].sort();
}

/** Who made the decisions that stand in some passages, when and why. */
export async function decisionsIn(
  db: Reading,
  dialect: LedgerDialect,
  passages: readonly Passage[],
): Promise<ReadonlyMap<DecisionId, Pick<MadeDecision, 'id' | 'actor' | 'at' | 'reason'>>> {
  const made = new Map<DecisionId, Pick<MadeDecision, 'id' | 'actor' | 'at' | 'reason'>>();
  for (const batch of batches([...new Set(passages.flatMap(decisionIds))])) {
    const rows = await db
      .selectFrom('decision')
      .selectAll()
      .where((row) => dialect.oneOf(row.ref('id'), batch))
      .execute();
    for (const { id, actor, at, reason } of rows.map(readDecision)) made.set(id, { id, actor, at, reason });
  }
  return made;
}
