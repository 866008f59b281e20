import { findQuantities, type IdentifierMention, type QuantityMention, type TagGrammar } from '../../kernel/index.ts';
import { type ConceptMention, findConcepts } from '../../ontology/index.ts';
import { STOP_WORDS } from '../../retrieval/index.ts';
import { type MatchWord, matchWords } from './match-words.ts';

/** A claim taken apart once: its atoms and the words between them. */
export interface ClaimParts {
  readonly text: string;
  readonly quantities: readonly QuantityMention[];
  readonly identifiers: readonly IdentifierMention[];
  readonly words: readonly MatchWord[];
  readonly concepts: readonly ConceptMention[];
}

const STOP_CHARACTERS = new Set('的了着是在为有和与及或把被将由从对于其该此这那请应须需要可会能以并而且也都则就到至给等个');

export function claimParts(text: string, grammar: TagGrammar): ClaimParts {
  const quantities = findQuantities(text, grammar);
  const identifiers = grammar.find(text);
  const atoms = [...quantities, ...identifiers];
  const words = matchWords(text).filter(
    (word) =>
      !isStop(text.slice(word.start, word.end).toLowerCase(), word.text) &&
      !atoms.some((atom) => atom.start < word.end && word.start < atom.end),
  );
  return { text, quantities, identifiers, words, concepts: findConcepts(text) };
}

function isStop(written: string, word: string): boolean {
  return STOP_WORDS.has(written) || STOP_WORDS.has(word) || [...word].every((character) => STOP_CHARACTERS.has(character));
}
