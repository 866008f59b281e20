import { findQuantities, type IdentifierMention, type QuantityMention, type TagGrammar } from '../../kernel/index.ts';
import { type ConceptMention, findConcepts, STOP_CHARACTERS, STOP_WORDS } from '../../ontology/index.ts';
import { type MatchWord, matchWords } from './match-words.ts';

/** A claim taken apart once: its atoms and the words between them. */
export interface ClaimParts {
  readonly text: string;
  readonly quantities: readonly QuantityMention[];
  readonly identifiers: readonly IdentifierMention[];
  readonly words: readonly MatchWord[];
  readonly concepts: readonly ConceptMention[];
}

export function claimParts(text: string, grammar: TagGrammar): ClaimParts {
  const quantities = findQuantities(text, grammar);
  const identifiers = grammar.find(text);
  const atoms = [...quantities, ...identifiers];
  const words = matchWords(text).filter(
    (word) =>
      !isStopWord(text.slice(word.start, word.end).toLowerCase(), word.text) &&
      !atoms.some((atom) => atom.start < word.end && word.start < atom.end),
  );
  return { text, quantities, identifiers, words, concepts: findConcepts(text) };
}

/** Words that say nothing by themselves; `written` in lower case. */
export function isStopWord(written: string, word: string): boolean {
  return STOP_WORDS.has(written) || STOP_WORDS.has(word) || [...word].every((character) => STOP_CHARACTERS.has(character));
}
