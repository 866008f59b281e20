import { type Access, fold, foldText, type ScopeName } from '../kernel/index.ts';
import { findConcepts } from '../ontology/index.ts';
import { patternOf } from './compose/scope-match.ts';
import type { Evidence } from './dependencies.ts';
import type { FindScopeNames } from './question/analyse-conversation.ts';

const PIECE = /\p{sc=Han}+|\p{L}+|\p{N}+/gu;

/**
 * Looks for products and models in questions, among what all documents that the reader may read are about; those are read once. A
 * name that is a word of the vocabulary names a kind of thing.
 */
export function findScopeNames({ passages }: Pick<Evidence, 'passages'>, access: Access): FindScopeNames {
  let read: Promise<readonly ScopeName[]> | undefined;
  return async ({ text }) => {
    read ??= passages.scopeNames(access);
    const folded = foldText(text);
    return (await read)
      .filter((name) => (name.kind === 'product' || name.kind === 'model') && isHeld(name, folded.text) && !isKindOfThing(name))
      .flatMap((name) =>
        [...folded.text.matchAll(patternOf(name))].map((match) => folded.toSource(match.index, match.index + match[0].length)),
      );
  };
}

/** Of most names the question has not every piece: no pattern is made for them. */
function isHeld({ text }: ScopeName, folded: string): boolean {
  const pieces = fold(text).match(PIECE) ?? [];
  return pieces.some((piece) => /\p{L}/u.test(piece)) && pieces.every((piece) => folded.includes(piece));
}

function isKindOfThing({ text }: ScopeName): boolean {
  return findConcepts(text).some(({ start, end }) => start === 0 && end === text.length);
}
