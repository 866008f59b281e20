import type { PairDecision } from '../../kernel/index.ts';
import type { Reading } from '../connection/connections.ts';
import type { LedgerDialect } from '../connection/dialect/ledger-dialect.ts';
import { readDecision } from '../rows/decision-rows.ts';
import { decisionStates } from '../rows/decision-states.ts';

/** The decision in force on each pair with a key among these. */
export async function pairDecisionsAt(db: Reading, dialect: LedgerDialect, keys: readonly string[]): Promise<readonly PairDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where((row) => row.or([dialect.oneOf(row.ref('a'), keys), dialect.oneOf(row.ref('b'), keys)]))
    .orderBy('number')
    .execute();
  const log = rows.map(readDecision);
  const states = decisionStates(log);
  return log.flatMap(({ id, decision }) =>
    states.get(id) === 'in-force' && (decision.kind === 'must-link' || decision.kind === 'cannot-link') ? [decision] : [],
  );
}
