import { FaultlineError, NODE_KINDS, type NodeKind, PREDICATES, type Predicate } from '../../../kernel/index.ts';

const TYPES: ReadonlySet<string> = new Set(PREDICATES);
const LABELS: ReadonlySet<string> = new Set(NODE_KINDS);

/**
 * A predicate as a relationship type. Types and labels cannot be parameters, so they are taken from the ontology's lists and
 * from nowhere else.
 * @throws FaultlineError `internal` for a text that is not in the list.
 */
export function relationshipType(predicate: string): Predicate {
  if (!TYPES.has(predicate)) throw new FaultlineError('internal', 'An edge has a predicate that is not in the ontology.');
  return predicate as Predicate;
}

/** A node kind as a label. @throws FaultlineError `internal` for a text that is not in the list. */
export function nodeLabel(type: string): NodeKind {
  if (!LABELS.has(type)) throw new FaultlineError('internal', 'A node has a kind that is not in the ontology.');
  return type as NodeKind;
}

/** Those of some predicates that there are, each once and in order, so that equal questions are one text and are planned once. */
export function relationshipTypes(predicates: readonly string[]): readonly Predicate[] {
  const asked = new Set(predicates);
  return PREDICATES.filter((predicate) => asked.has(predicate));
}

/** One subquery over the relationships of every type: an index is of one type, so a pattern of all types would use none. */
export function overAllTypes(subquery: (type: Predicate) => string): string {
  return `CALL {\n${PREDICATES.map(subquery).join('\nUNION ALL\n')}\n}`;
}
