import { type ColumnRole, findQuantities, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import { IDENTIFYING } from '../compose/account-term.ts';
import { quotePassage } from '../compose/composition.ts';
import { documentNames } from '../compose/document-names.ts';
import { type Bag, bagOf } from '../compose/evidence-unit.ts';
import { isOfOtherCompound } from '../compose/is-of-other-compound.ts';
import { namesThing, namesUnasked, ownMatch, termMatch } from '../compose/term-match.ts';
import { isAskedQuantity } from '../question/asked-quantity.ts';
import type { Intent, Question, Term } from '../question/question.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** What is asked of a thing by its name; a symptom or a procedure may be worded in any way. */
const OF_THINGS: ReadonlySet<Intent> = new Set(['specification', 'part-or-tool']);

/**
 * Whether rows give what is asked for of other things: of none of them each thing that is asked about is named in it or above it (of set
 * screws of a coupling, or of bolts of a foot, where bolts of the coupling are asked for), or sentences of asked things of other ones. They
 * come near, and are no answer.
 */
export function isOfAnotherThing(question: AskedOfThing, { passages }: EvidenceBlock): boolean {
  if (!OF_THINGS.has(question.intent) && question.dimensions.length === 0) return false;
  const isRow = ({ passage }: StoredPassage) => passage.cells !== undefined;
  const { terms, grammar } = question;
  const isOfKind = ({ passage: { text } }: StoredPassage) =>
    findQuantities(text, grammar).some(({ quantity }) => isAskedQuantity(question, quantity));
  const isOther = (one: StoredPassage) =>
    isRow(one) ? namesItsThing(question, one) && lostIn(question, one).length > 0 : isOfOtherCompound(terms, one.passage.text, grammar);
  const telling = passages.every(isRow) ? passages : passages.filter(isOfKind);
  return telling.length > 0 && telling.every(isOther);
}

type AskedOfThing = Pick<Question, 'terms' | 'grammar' | 'intent' | 'dimensions' | 'isDurationAsked'>;

/** Things that are asked about and that no single passage of a block, nor what stands above it, names; of the passage that names most. */
export function lostThings(question: Pick<Question, 'terms' | 'grammar'>, { passages }: EvidenceBlock): readonly Term[] {
  const [least = []] = passages.map((stored) => lostIn(question, stored)).sort((a, b) => a.length - b.length);
  return least;
}

/** Whether a row, or what stands above it, has whatever is asked about by its whole name. */
export function namesWhole({ terms, grammar }: Pick<Question, 'terms' | 'grammar'>, row: StoredPassage): boolean {
  const whole = wholeOf(row, grammar);
  return terms.every((term) => whole.some((bag) => termMatch(term, bag) === 1));
}

/** A passage, each title above it and the names of its document. */
function wholeOf(stored: StoredPassage, grammar: Question['grammar']): readonly Bag[] {
  return [quotePassage(stored).text, ...titlesAbove(stored.passage), documentNames(stored)].map((text) => bagOf(text, grammar));
}

function lostIn({ terms, grammar }: Pick<Question, 'terms' | 'grammar'>, stored: StoredPassage): readonly Term[] {
  const isOther = subjectsOf({ grammar }, stored).some((bag) => namesUnasked(terms, bag));
  const own = isOther ? cellsOf(stored).map(({ text }) => bagOf(text, grammar)) : [];
  const whole = wholeOf(stored, grammar);
  // What a column or title calls all rows makes none of them the asked thing, unless that is asked by the same word.
  const isHeld = isOther ? ownMatch : termMatch;
  return terms
    .filter(namesThing)
    .filter((term) => own.every((bag) => termMatch(term, bag) === 0) && whole.every((bag) => isHeld(term, bag) === 0));
}

/** A row about work or an attribute alone may leave out what it is of (`Check the alignment`, where that of the coupling is asked for). */
function namesItsThing(question: Pick<Question, 'grammar'>, row: StoredPassage): boolean {
  return subjectsOf(question, row).some((bag) => namesUnasked([], bag));
}

/** What a row by itself is about: its component where it has one, else its first cell. */
export function subjectsOf({ grammar }: Pick<Question, 'grammar'>, stored: StoredPassage): readonly Bag[] {
  const cells = cellsOf(stored).filter(({ text }) => text.trim() !== '');
  const identifying = cells.filter(({ role }) => IDENTIFYING.has(role));
  return (identifying.length > 0 ? identifying : cells.slice(0, 1)).map(({ text }) => bagOf(text, grammar));
}

function cellsOf({ passage: { text, cells = [] } }: StoredPassage): readonly { readonly role?: ColumnRole; readonly text: string }[] {
  return cells.map((cell) => ({ ...(cell.role === undefined ? {} : { role: cell.role }), text: text.slice(cell.start, cell.end) }));
}
