import type { Access } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import { type Composition, quotePassage } from '../compose/composition.ts';
import type { Gathered } from '../compose/gather-evidence.ts';
import { unspokenTerms } from '../compose/refuse.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { distinctPassages } from './distinct-passages.ts';
import { lostThings } from './is-of-another-thing.ts';
import type { JudgedBlock } from './judge-blocks.ts';
import { isNearNamed } from './may-answer.ts';
import { sayOnce } from './say-once.ts';

/** Places that are shown, and passages of each, at most. */
const MOST = { places: 3, passages: 3 } as const;

/** What comes nearest, shown and said to be no sure answer, with the words that no document has. Undefined where nothing is near. */
export async function composeNearest(
  evidence: Pick<Evidence, 'passages'>,
  access: Access,
  question: Question,
  gathered: Gathered,
  judged: readonly JudgedBlock[],
): Promise<Composition | undefined> {
  // A code that nobody speaks of is lost in every block alike: it keeps none of them from being the nearest.
  const isTold = codesOf(question).some((tokens) => tokens.every((token) => !gathered.unspoken.has(token)));
  const named = judged.filter(({ features }) => isNearNamed(isTold ? features : { ...features, lostCodes: 0 }));
  const near = await sayOnce(evidence, access, question.language, named, MOST.places);
  if (near.length === 0) return undefined;
  const shown = near.flatMap(({ block }) => [...block.passages, ...block.behind].slice(0, MOST.passages));
  const claims = distinctPassages(shown).map(quotePassage);
  const what = [...new Set(unspokenTerms(question, gathered).map(({ text }) => text))].join(', ');
  return { kind: 'nearest', missing: phrasesOf(question.language).onlyNear(what, lostIn(question, near)), claims };
}

/** Things that are asked about and that one or the other place does not name; empty where a place names them all. */
function lostIn(question: Question, near: readonly JudgedBlock[]): readonly string[] {
  const lost = near.map(({ block }) => lostThings(question, block).map(({ text }) => text));
  return lost.some((things) => things.length === 0) ? [] : [...new Set(lost.flat())];
}

/** Tokens of what the question has of letters and digits together, of numbers with a sign, and of what it calls a code. */
function codesOf({ terms, entities, grammar }: Question): readonly (readonly string[])[] {
  const tokensOf = ({ text }: { readonly text: string }) => analyse(text, grammar);
  const shaped = terms.map(tokensOf).filter((tokens) => tokens.some((token) => /\d/u.test(token) && /\p{L}|^-/u.test(token)));
  return [...shaped, ...entities.filter(({ isCode }) => isCode).map(tokensOf)];
}
