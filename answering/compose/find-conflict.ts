import {
  compareRevisions,
  compareText,
  type QuantityMention,
  type Revision,
  relateQuantities,
  type StoredPassage,
} from '../../kernel/index.ts';
import { WEIGHTS } from '../weights.ts';
import type { UnitCell } from './evidence-unit.ts';
import { compareUnits, type ScoredUnit } from './score-units.ts';
import type { Similarity } from './similarity.ts';

const SAME_ATTRIBUTE = WEIGHTS.conflicts.sameAttribute;

const TWIN = WEIGHTS.conflicts.twin;

type Answering = (candidate: ScoredUnit) => readonly UnitCell[];

/**
 * A statement of another document about the same attribute with another value, and whether it outranks the first: stronger
 * authority, then later date, then later revision label. A translation may conflict; it never silently replaces. Its row is
 * known by what a translation keeps (codes, other values, number of cells) where the vocabulary does not know the wording.
 */
export function findConflict(
  best: ScoredUnit,
  candidates: readonly ScoredUnit[],
  similarity: Similarity,
  answering: Answering,
): { readonly unit: ScoredUnit; readonly wins: boolean } | undefined {
  if (best.unit.cells.length === 0) return undefined;
  const own = quantitiesOf(best, answering);
  if (own.length === 0) return undefined;
  const comparable = candidates.filter((other) => other.unit.cells.length === best.unit.cells.length && other.relation === best.relation);
  const documents = new Set(comparable.map((other) => other.unit.stored.documentId));
  documents.delete(best.unit.stored.documentId);
  for (const document of documents) {
    const rows = comparable.filter((other) => other.unit.stored.documentId === document);
    const named = rows.find((other) => other.missing.length === 0);
    const other = named ?? twinOf(best, rows, similarity, answering);
    if (other === undefined || (named !== undefined && closeness(best, other, similarity) < SAME_ATTRIBUTE)) continue;
    const theirs = quantitiesOf(other, answering);
    const relations = own.flatMap((left) => theirs.map((right) => relateQuantities(left.quantity, right.quantity)));
    if (!relations.includes('different') || relations.includes('equal')) continue;
    return { unit: other, wins: outranks(other.unit.stored, best.unit.stored) };
  }
  return undefined;
}

function quantitiesOf(candidate: ScoredUnit, answering: Answering): QuantityMention[] {
  return answering(candidate).flatMap((cell) => cell.quantities);
}

function closeness(best: ScoredUnit, other: ScoredUnit, similarity: Similarity): number {
  return Math.max(0, ...subjectCells(best).flatMap((left) => subjectCells(other).map((right) => similarity.between(left.bag, right.bag))));
}

/** Key cells in words: equal codes and sizes say nothing of the attribute. */
function subjectCells({ keyCells }: ScoredUnit): readonly UnitCell[] {
  return keyCells.filter((cell) => cell.bag.codes.size === 0 && cell.quantities.length === 0);
}

/** The one row of another document that can be a translation of the best: same codes, same other values, clearly nearest in meaning. */
function twinOf(best: ScoredUnit, rows: readonly ScoredUnit[], similarity: Similarity, answering: Answering): ScoredUnit | undefined {
  const kept = keptByTranslation(best, answering);
  const ranked = rows
    .filter((row) => row.unit.stored.passage.language !== best.unit.stored.passage.language && keptByTranslation(row, answering) === kept)
    .map((row) => ({ row, near: closeness(best, row, similarity) }))
    .sort((a, b) => b.near - a.near || compareUnits(a.row.unit, b.row.unit));
  const [first, second] = ranked;
  if (first === undefined || first.near < TWIN.closeness) return undefined;
  return second !== undefined && first.near - second.near < TWIN.lead ? undefined : first.row;
}

/** What a translation leaves as it is: the row's codes and the values that are not the answer. */
function keptByTranslation(candidate: ScoredUnit, answering: Answering): string {
  const answers = new Set(answering(candidate));
  const others = candidate.unit.cells.filter((cell) => !answers.has(cell)).flatMap((cell) => cell.quantities);
  const values = others.map(({ quantity }) => `${quantity.dimension} ${quantity.si.low} ${quantity.si.high}`);
  return JSON.stringify([[...candidate.unit.bag.codes].sort(compareText), values.sort(compareText)]);
}

/** Whether one passage goes before another by authority, date and revision label; the ids of their documents say nothing of that. */
export function outranks(challenger: StoredPassage, holder: StoredPassage): boolean {
  return compareRevisions(revisionOf(challenger), revisionOf(holder)) < 0;
}

function revisionOf({ authority, effective, revision: label }: StoredPassage): Revision {
  return { id: '', document: '', authority, effective, label, sequence: 0 };
}
