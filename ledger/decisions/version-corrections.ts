import {
  type ColumnCorrection,
  canonicalJson,
  type PassageCorrection,
  sha256,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import type { Connections } from '../connection/connections.ts';
import { readDecision } from '../rows/decision-rows.ts';
import { decisionStates } from '../rows/decision-states.ts';
import { asJson } from '../rows/stored-shapes.ts';

/** The corrections in force in a version, in an order of their own, with their digest; empty when there are none. */
export async function correctionsOf(
  { reader }: Connections,
  version: VersionId,
): Promise<{ readonly corrections: VersionCorrections; readonly digest: string }> {
  const rows = await reader.selectFrom('decision').selectAll().where('version', '=', version).orderBy('number').execute();
  const log = rows.map(readDecision);
  const states = decisionStates(log);
  const texts: Record<string, PassageCorrection[]> = {};
  const columns: ColumnCorrection[] = [];
  for (const { id, decision } of log) {
    if (states.get(id) !== 'in-force') continue;
    if (decision.kind === 'correct-text') {
      const { passage, start, end, text } = decision;
      texts[passage] = [...(texts[passage] ?? []), { decision: id, start, end, text }].sort((a, b) => a.start - b.start);
    }
    if (decision.kind === 'correct-column') {
      const { table, column, role } = decision;
      columns.push({ decision: id, table, column, role });
    }
  }
  columns.sort((a, b) => (canonicalJson(asJson(a)) < canonicalJson(asJson(b)) ? -1 : 1));
  const corrections: VersionCorrections = { texts, columns };
  const isEmpty = columns.length === 0 && Object.keys(texts).length === 0;
  return { corrections, digest: isEmpty ? '' : sha256(canonicalJson(asJson(corrections))) };
}
