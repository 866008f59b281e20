import { fold } from '../../../kernel/index.ts';
import { findConcepts } from '../../../ontology/index.ts';

const KINDS: ReadonlySet<string> = new Set(['equipment', 'component', 'failure-mode', 'symptom', 'mechanism']);

/** Ids of the machines, parts and faults of the vocabulary that a text names: each of them limits which rows are meant. */
export function thingsNamed(text: string): readonly string[] {
  return findConcepts(fold(text)).flatMap(({ concept: { id } }) => (KINDS.has(id.split('/')[0] ?? '') ? [id] : []));
}
