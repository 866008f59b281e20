import { type Access, compareText, fold, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import { wordingPattern } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { type Composition, quotePassage } from './composition.ts';

/** Headings of sections that tell how to make a machine safe to work on, zh and en. */
const ISOLATION_SECTION = wordingPattern('isolationSection');
const LAST_ORDER = Number.MAX_SAFE_INTEGER;

/**
 * Adds the warnings that the cited documents give for isolating: whoever is told which valves to lock must also read that the
 * emergency stop does not isolate. A warning about other equipment than the question's is left out.
 */
export async function addIsolationWarnings(
  evidence: Evidence,
  access: Access,
  question: Question,
  composition: Composition,
): Promise<Composition> {
  if (composition.kind !== 'answer') return composition;
  const named = question.entities.flatMap((entity) => entity.keys.map((key) => key.id));
  // Of a question that names no equipment, what it is told of.
  const told = composition.claims.flatMap(({ spans }) => spans.flatMap(({ stored }) => stored.passage.scope));
  const asked = new Set(named.length > 0 ? named : told);
  const isForAsked = ({ passage }: StoredPassage) => passage.scope.length === 0 || passage.scope.some((key) => asked.has(key));
  const versions = new Set(composition.claims.flatMap((claim) => claim.spans.map((span) => span.stored.passage.versionId)));
  const warnings: StoredPassage[] = [];
  for (const version of [...versions].sort(compareText)) {
    const found = await evidence.passages.range(access, version, 0, LAST_ORDER, ['warning']);
    warnings.push(
      ...found.filter((stored) => isForAsked(stored) && titlesAbove(stored.passage).some((title) => ISOLATION_SECTION.test(fold(title)))),
    );
  }
  const known = new Set(
    [...composition.claims, ...(composition.safety ?? [])].flatMap((claim) => claim.spans.map((span) => span.stored.passage.id)),
  );
  const added = warnings.filter((stored) => !known.has(stored.passage.id)).map(quotePassage);
  return added.length === 0 ? composition : { ...composition, safety: [...(composition.safety ?? []), ...added] };
}
