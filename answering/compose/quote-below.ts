import type { Access } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { type Composition, type DraftClaim, quotePassage } from './composition.ts';
import { gatherSections } from './gather-sections.ts';

/** Passages of a section that is quoted with its title, at most. */
const MOST = 20;

/** A title that answers (`10: Overheated`) is quoted with all that stands below it; one that opens a chapter stands alone. */
export async function quoteBelow(evidence: Pick<Evidence, 'passages'>, access: Access, composition: Composition): Promise<Composition> {
  if (composition.kind !== 'answer' || composition.conflicts !== undefined) return composition;
  const claims: DraftClaim[] = [];
  const safety: DraftClaim[] = [...(composition.safety ?? [])];
  for (const claim of composition.claims) {
    claims.push(claim);
    const [span] = claim.spans;
    if (span === undefined || span.stored.passage.kind !== 'heading') continue;
    const [section] = await gatherSections(evidence, access, [span.stored]);
    if (section === undefined || !section.whole || section.passages.length > MOST) continue;
    for (const stored of section.passages) (stored.passage.kind === 'warning' ? safety : claims).push(quotePassage(stored));
  }
  return { ...composition, claims, safety };
}
