import { type Access, compareText, type NodeKind, type StoredPassage } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import { assetCodes } from '../compose/asset-match.ts';
import { type Bag, bagOf } from '../compose/evidence-unit.ts';
import type { Gathered } from '../compose/gather-evidence.ts';
import { askedEquipment } from '../compose/scope-match.ts';
import { termMatch } from '../compose/term-match.ts';
import type { Evidence } from '../dependencies.ts';
import { contentTerms } from '../question/content-terms.ts';
import type { Question, Term } from '../question/question.ts';

/** Rows looked at for one cause: what is found is told as "at least". */
const LOOKED_AT = 30;

/**
 * Rows of logs that tell of a cause: they name the asked equipment, where one is asked about, and what the cause names, by any name
 * that the vocabulary knows, in either language.
 */
export async function findEarlier(
  evidence: Evidence,
  access: Access,
  question: Question,
  { named }: Gathered,
  cause: string,
  signal: AbortSignal,
): Promise<readonly StoredPassage[]> {
  const terms = tellingTerms(contentTerms(cause, [], question.grammar));
  if (terms.length === 0) return [];
  const equipment = assetCodes(askedEquipment(question, named));
  const text = [...equipment, cause].join(' ');
  const query = {
    text,
    keys: [],
    identifiers: [...equipment],
    expansions: [],
    parts: [{ where: { kinds: ['log-entry'] as const }, n: LOOKED_AT }],
  };
  const { parts } = await evidence.find(access, query, signal);
  const isOfAsked = ({ codes }: Bag) => equipment.size === 0 || [...equipment].some((code) => codes.has(code));
  return (parts[0] ?? [])
    .map(({ stored }) => ({ stored, bag: bagOf(stored.passage.text, question.grammar) }))
    .filter(({ stored, bag }) => isDated(stored) && isOfAsked(bag) && terms.every((term) => termMatch(term, bag) === 1))
    .map(({ stored }) => stored)
    .sort((a, b) => compareText(a.passage.versionId, b.passage.versionId) || a.passage.order - b.passage.order);
}

const FAULTS: ReadonlySet<NodeKind> = new Set(['FailureMode', 'Mechanism', 'Symptom']);

/** Where a thing is named and what is wrong with it, an order that names both may leave the rest out; what was done to it is no fault. */
function tellingTerms(terms: readonly Term[]): readonly Term[] {
  const named = terms.filter(({ concept, member }) => concept !== undefined || member !== undefined);
  const kinds = named.flatMap(({ concept }) => (concept === undefined ? [] : (conceptById(concept)?.kind ?? [])));
  const isFault = (kind: NodeKind) => FAULTS.has(kind);
  return kinds.some(isFault) && kinds.some((kind) => !isFault(kind) && kind !== 'Activity') ? named : terms;
}

/** A row without a date is a rule of a table, no case. */
function isDated({ passage }: StoredPassage): boolean {
  return passage.cells?.some(({ role }) => role === 'date') ?? false;
}
