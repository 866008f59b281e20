import { fold } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import type { Question, Term } from '../question/question.ts';
import { matchWords } from '../verify/match-words.ts';
import type { ScoredUnit } from './score-units.ts';
import { namesThing } from './term-match.ts';
import { tableOf } from './with-tables.ts';

const HAN = /\p{sc=Han}/u;

/**
 * Whether a row names the asked thing by a wider word of another language alone (泵 in `Fuel pump`) while another row of its table is
 * about another such thing (`Water pump`): which of them is meant cannot be seen.
 */
export function isOneOfSeveral(question: Question, row: ScoredUnit, others: readonly ScoredUnit[]): boolean {
  const table = tableOf(row.unit.stored);
  const rows = others.filter((other) => tableOf(other.unit.stored) === table);
  return question.terms.filter(namesThing).some((term) => {
    const names = namesAcross(term);
    const thingOf = ({ keyCells }: ScoredUnit) =>
      keyCells.find(({ bag }) => names.some((name) => wordsOf(name).every((word) => bag.words.has(word))))?.bag.folded.trim();
    const own = thingOf(row);
    return own !== undefined && !names.includes(own) && rows.some((other) => ![own, undefined].includes(thingOf(other)));
  });
}

/** Names of a thing in the other language than the question has it in. */
function namesAcross({ concept, text }: Term): readonly string[] {
  const entry = concept === undefined ? undefined : conceptById(concept);
  return entry === undefined ? [] : (HAN.test(text) ? entry.en : entry.zh).map(fold);
}

function wordsOf(name: string): readonly string[] {
  return matchWords(name).map(({ text }) => text);
}
