import { AUTHORITIES, compareText, type QuantityMention, relateQuantities, type StoredPassage } from '../../kernel/index.ts';
import type { UnitCell } from './evidence-unit.ts';
import type { ScoredUnit } from './score-units.ts';
import type { Similarity } from './similarity.ts';

/** Least cosine of two subjects in two languages for their rows to speak of one attribute. */
const SAME_ATTRIBUTE = 0.5;

/**
 * A statement of another document about the same attribute with another value, and whether it outranks the first: stronger
 * authority, then later date, then later revision label. A translation may conflict; it never silently replaces.
 */
export function findConflict(
  best: ScoredUnit,
  candidates: readonly ScoredUnit[],
  similarity: Similarity,
  answering: (candidate: ScoredUnit) => readonly UnitCell[],
): { readonly unit: ScoredUnit; readonly wins: boolean } | undefined {
  if (best.unit.cells.length === 0) return undefined;
  const own = quantitiesOf(best, answering);
  if (own.length === 0) return undefined;
  const seen = new Set([best.unit.stored.documentId]);
  for (const other of candidates) {
    const { documentId } = other.unit.stored;
    if (seen.has(documentId) || other.missing.length > 0 || other.unit.cells.length !== best.unit.cells.length) continue;
    seen.add(documentId);
    if (other.relation !== best.relation || !sameAttribute(best, other, similarity)) continue;
    const theirs = quantitiesOf(other, answering);
    const relations = own.flatMap((left) => theirs.map((right) => relateQuantities(left.quantity, right.quantity)));
    if (!relations.includes('different') || relations.includes('equal')) continue;
    return { unit: other, wins: outranks(other.unit.stored, best.unit.stored) };
  }
  return undefined;
}

function quantitiesOf(candidate: ScoredUnit, answering: (candidate: ScoredUnit) => readonly UnitCell[]): QuantityMention[] {
  return answering(candidate).flatMap((cell) => cell.quantities);
}

function sameAttribute(best: ScoredUnit, other: ScoredUnit, similarity: Similarity): boolean {
  return best.keyCells.some((left) => other.keyCells.some((right) => similarity.between(left.bag, right.bag) >= SAME_ATTRIBUTE));
}

export function outranks(challenger: StoredPassage, holder: StoredPassage): boolean {
  const authority = AUTHORITIES.indexOf(challenger.authority) - AUTHORITIES.indexOf(holder.authority);
  if (authority !== 0) return authority < 0;
  const date = (challenger.effective ?? 0) - (holder.effective ?? 0);
  if (date !== 0) return date > 0;
  return compareText(challenger.revision ?? '', holder.revision ?? '') > 0;
}
