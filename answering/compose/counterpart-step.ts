import { type Access, findQuantities, type StoredPassage, type TagGrammar } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { WEIGHTS } from '../weights.ts';
import { bagOf, type EvidenceUnit } from './evidence-unit.ts';
import { dimensionsOf, shareConcept } from './same-statement.ts';

/** Passages of a list that is read to tell its steps; a longer one is no list that a translation keeps step by step. */
const LONGEST = 500;
const { share: SHARE } = WEIGHTS.conflicts.counterpart;

/**
 * Whether a step of another language stands in the translation of the statement's list at the statement's place: lists of as many
 * steps, with the codes and kinds of quantities that a translation keeps. Sentences of which the vocabulary knows nothing in common are
 * never taken for each other.
 */
export async function counterpartOf(
  evidence: Pick<Evidence, 'passages'>,
  access: Access,
  statement: EvidenceUnit,
  other: EvidenceUnit,
  grammar: TagGrammar,
): Promise<boolean> {
  const isTranslated = statement.stored.passage.language !== other.stored.passage.language;
  if (!isTranslated || !shareConcept(statement.text, other.text)) return false;
  const own = await stepsAround(evidence, access, statement.stored);
  const theirs = await stepsAround(evidence, access, other.stored);
  const at = placeOf(statement.stored, own);
  if (own.length !== theirs.length || at < 0 || at !== placeOf(other.stored, theirs)) return false;
  const kept = own.map((step, place) => keptOf(step, grammar) === keptOf(theirs[place], grammar));
  return kept[at] === true && kept.filter(Boolean).length >= SHARE * kept.length;
}

async function stepsAround(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  { passage: { kind, versionId: version, structure } }: StoredPassage,
): Promise<readonly StoredPassage[]> {
  if (kind !== 'step' || structure.list === undefined) return [];
  const read = await passages.element(access, { kind: 'list', version, opening: structure.list }, LONGEST);
  return read?.whole === true ? read.passages.filter(({ passage }) => passage.kind === 'step') : [];
}

function placeOf({ passage }: StoredPassage, steps: readonly StoredPassage[]): number {
  return steps.findIndex((step) => step.passage.id === passage.id);
}

/** What a translation leaves of a step: its codes and the kinds of its quantities. */
function keptOf(step: StoredPassage | undefined, grammar: TagGrammar): string {
  const text = step?.passage.text ?? '';
  return JSON.stringify([[...bagOf(text, grammar).codes].sort(), [...dimensionsOf(findQuantities(text, grammar))].sort()]);
}
