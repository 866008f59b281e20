import { fold, maskSpans, type TagGrammar } from '../../kernel/index.ts';
import { findConcepts } from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import { claimParts } from '../verify/claim-parts.ts';
import { foldTight, type SourceText } from '../verify/source-text.ts';

const HAN = /^\p{Script=Han}+$/u;

/**
 * Words of a sentence that none of its sources has, nor the titles that they stand under, nor the vocabulary as another name of what
 * they say. Codes and quantities are held by checks of their own.
 */
export function lostWords(sentence: string, sources: readonly SourceText[], grammar: TagGrammar): readonly string[] {
  const { quantities, identifiers } = claimParts(sentence, grammar);
  const blank = maskSpans(sentence, [...quantities, ...identifiers]);
  const evidence = sources.map(readable).join('\n');
  const held = new Set(analyse(evidence, grammar));
  const tight = foldTight(evidence);
  const concepts = new Set(findConcepts(evidence).map(({ concept }) => concept.id));
  const named = findConcepts(blank)
    .filter(({ concept }) => concepts.has(concept.id))
    .flatMap(({ start, end }) => analyse(blank.slice(start, end), grammar));
  const known = new Set(named);
  return [...new Set(analyse(blank, grammar))].filter(
    (word) => !held.has(word) && !known.has(word) && !(HAN.test(word) && tight.includes(fold(word))),
  );
}

/** Words of a source and of what it stands under. */
export function readable({ text, context = '', cells = [] }: SourceText): string {
  return [text, context, ...cells.map(({ column }) => column)].join('\n');
}
