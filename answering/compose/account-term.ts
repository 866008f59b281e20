import { type ColumnRole, fold } from '../../kernel/index.ts';
import { OPEN_MEMBERS, POLARITY_SETS, UNMARKED_MEMBERS, wordingPattern } from '../../ontology/index.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import type { Question, Term } from '../question/question.ts';
import { WEIGHTS } from '../weights.ts';
import type { Bag, EvidenceUnit, UnitCell } from './evidence-unit.ts';
import { isBoundByForm } from './is-bound-by-form.ts';
import { isAbout, type NamedScope } from './scope-match.ts';
import type { Similarity } from './similarity.ts';
import { namesAskedDimension, namesThing, ownMatch, termMatch } from './term-match.ts';

/** A unit as a question looks at it. */
export interface HeldUnit {
  readonly question: Question;
  readonly unit: EvidenceUnit;
  /** Of its key cells; of a sentence, its own. */
  readonly keyBags: readonly Bag[];
  readonly answerCells: readonly UnitCell[];
  /** Products and versions that the term is a part of. */
  readonly named: readonly NamedScope[];
  /** What it is about is called by its name, and names a thing that is asked about nowhere. */
  readonly namesOther: boolean;
}

const WORTH = WEIGHTS.scoring.worth;
const ALARM_WORDS = wordingPattern('alarmWord');

/** How far a unit accounts for a term of the question, from 0 to 1, and whether what the unit is about does. */
export function accountTerm(term: Term, held: HeldUnit, similarity: Similarity): { readonly worth: number; readonly isKey: boolean } {
  const { question, unit, keyBags, answerCells, named, namesOther } = held;
  const best = (bags: readonly Bag[], match = termMatch) => Math.max(0, ...bags.map((bag) => match(term, bag)));
  // `Fastener` above a row about set screws, or `Bolts` above it: what all rows are called makes no bolt of them, unless asked by that word.
  const around = namesOther && namesThing(term) ? ownMatch : termMatch;
  const key = best(keyBags) * WORTH.key;
  const others = [
    best(
      answerCells.map((cell) => cell.header),
      around,
    ) * WORTH.header,
    best(
      unit.cells.map((cell) => cell.header),
      around,
    ) * WORTH.cell,
    best(unit.cells.map((cell) => cell.bag)) * WORTH.cell,
    best(unit.headings.slice(0, 1), around) * WORTH.heading,
    best(unit.headings.slice(1), around) * WORTH.outerHeading,
    best([unit.title], around) * WORTH.title,
    named.some((one) => isAbout(unit.stored, one)) ? WORTH.title : 0,
    namesAskedDimension(term, question) && hasAskedQuantity(question, unit, answerCells) ? WORTH.dimension : 0,
    isAlarmRow(unit) && ALARM_WORDS.test(fold(term.text)) ? WORTH.heading : 0,
    isBound(term, unit, answerCells) ? WORTH.dimension : 0,
    isUnmarked(term, unit) ? WORTH.outerHeading : 0,
  ];
  const other = Math.max(...others);
  if (key >= other && key > 0) return { worth: key, isKey: true };
  if (other > 0) return { worth: other, isKey: false };
  // A fuel filter is near to an air filter and is none: a thing that the vocabulary has is named or is not meant, as a number is. What a row
  // calls by a name that is not asked for is no other word for what is.
  if (term.member !== undefined || named.length > 0 || namesThing(term) || namesOther || /\d/u.test(term.text))
    return { worth: 0, isKey: false };
  if (
    similarity.isNear(
      term,
      unit,
      answerCells.map((cell) => cell.header),
    )
  )
    return { worth: WORTH.similar, isKey: false };
  return similarity.isNear(term, unit, keyBags) ? { worth: WORTH.similar, isKey: true } : { worth: 0, isKey: false };
}

/** Cells that say what a row is about, where it has such. */
export const IDENTIFYING: ReadonlySet<ColumnRole | undefined> = new Set(['component', 'part-name']);

export function subjectCells({ cells }: EvidenceUnit, keyCells: readonly UnitCell[]): readonly UnitCell[] {
  const identifying = cells.filter(({ role }) => IDENTIFYING.has(role));
  return identifying.length > 0 ? identifying : keyCells;
}

/** Another product is near in meaning, and none that is asked about: its name is there or is not. */
export function isPartOf(term: Term): (named: NamedScope) => boolean {
  return ({ start, end }) => start < term.end && term.start < end;
}

export function hasAskedQuantity(question: Question, unit: EvidenceUnit, answerCells: readonly UnitCell[]): boolean {
  const quantities = unit.cells.length > 0 ? answerCells.flatMap((cell) => cell.quantities) : unit.quantities;
  return quantities.some(({ quantity }) => isAskedQuantity(question, quantity));
}

/** Whether a value is the asked bound by its form: an end of a range, a one-sided limit, or a plain limit, which is an upper one. */
function isBound({ member }: Term, unit: EvidenceUnit, answerCells: readonly UnitCell[]): boolean {
  const quantities = unit.cells.length > 0 ? answerCells.flatMap((cell) => cell.quantities) : unit.quantities;
  const bags = [unit.bag, ...answerCells.map((cell) => cell.header), ...unit.headings];
  return (
    isBoundByForm(
      member,
      quantities.map(({ quantity }) => quantity),
    ) ||
    (member === 'maximum' && bags.some((bag) => [...OPEN_MEMBERS].some((open) => bag.members.has(open))))
  );
}

/** What is not said to be anything else is the value at rated and normal running. */
function isUnmarked({ member }: Term, unit: EvidenceUnit): boolean {
  if (member === undefined || !UNMARKED_MEMBERS.has(member)) return false;
  return [unit.bag, ...unit.headings].every((bag) => POLARITY_SETS.bound.every((other) => !bag.members.has(other)));
}

/** A row of a list of alarms is an alarm, whether or not it says the word. */
function isAlarmRow(unit: EvidenceUnit): boolean {
  return unit.cells.some((cell) => cell.role === 'alarm-code' || cell.role === 'alarm-text');
}
