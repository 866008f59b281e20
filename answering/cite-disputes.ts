import type { Access } from '../kernel/index.ts';
import type { Citation, Conflict } from './answer.ts';
import type { Composition } from './compose/composition.ts';
import type { Evidence } from './dependencies.ts';
import { type Gated, type GateScope, passGate } from './gate.ts';
import { showRow } from './shown/show-row.ts';

/**
 * Conflicts of what was said with what other documents say, each with a citation of its own behind those of the answer. What the gate
 * does not find in its source, or in a source that may answer the question, is no conflict.
 */
export async function citeDisputes(
  evidence: Evidence,
  access: Access,
  scope: GateScope | undefined,
  composition: Extract<Composition, { kind: 'answer' }>,
  gated: Gated,
  signal: AbortSignal,
): Promise<{ readonly conflicts: readonly Conflict[]; readonly citations: readonly Citation[] }> {
  const { disputes = [], safety = [] } = composition;
  if (disputes.length === 0) return { conflicts: [], citations: [] };
  const others = disputes.map(({ other }) => (scope === undefined ? other : showRow(scope.question, other)));
  const passed = await passGate(evidence, access, scope, others, [], signal);
  const before = gated.citations.length;
  const conflicts = disputes.flatMap(({ of, wins }, at): Conflict[] => {
    const [place, warning] = [gated.drafts.indexOf(of), safety.indexOf(of)];
    const said = place >= 0 ? gated.claims[place] : gated.safety[warning];
    const shown = others[at];
    const told = shown === undefined ? undefined : passed.claims[passed.drafts.indexOf(shown)];
    const [own, cited] = [said?.citations[0], told?.citations[0]];
    if (said === undefined || told === undefined || own === undefined || cited === undefined) return [];
    const other = before + cited;
    return [wins ? { winner: other, other: own, text: said.text } : { winner: own, other, text: told.text }];
  });
  return { conflicts, citations: passed.citations };
}
