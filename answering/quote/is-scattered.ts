import { type ColumnRole, titlesAbove } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import { quotePassage } from '../compose/composition.ts';
import { documentNames } from '../compose/document-names.ts';
import { bagOf } from '../compose/evidence-unit.ts';
import { termMatch } from '../compose/term-match.ts';
import type { Question, Term } from '../question/question.ts';
import { matchWords } from '../verify/match-words.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** Cells that say what a row is about, where it has such. */
const IDENTIFYING: ReadonlySet<ColumnRole | undefined> = new Set(['component', 'asset', 'part-name']);

/**
 * Whether a row has the words of an asked thing and its name nowhere that tells what it is about: in its component where it has one
 * (`Filter` of a row whose cause mentions an air filter), else in some cell. It is about another thing, however much of the question
 * it holds.
 */
export function isScattered({ terms, grammar }: Pick<Question, 'terms' | 'grammar'>, { passages }: EvidenceBlock): boolean {
  const [stored] = passages;
  const { text, cells } = stored.passage;
  if (passages.length > 1 || cells === undefined) return false;
  const whole = bagOf(quotePassage(stored).text, grammar);
  const identifying = cells.filter(({ role }) => IDENTIFYING.has(role));
  const named = (identifying.length > 0 ? identifying : cells).map(({ start, end }) => text.slice(start, end));
  const places = [...named, ...titlesAbove(stored.passage), documentNames(stored)];
  return terms.filter(isComponent).some((term) => {
    const words = matchWords(term.text);
    const isHeld = words.length > 1 && words.every((word) => whole.words.has(word.text));
    return isHeld && places.every((place) => termMatch(term, bagOf(place, grammar)) < 1);
  });
}

/** Oil and tools are what is done with a thing: any cell may name them. */
function isComponent({ concept }: Term): boolean {
  const kind = concept === undefined ? undefined : conceptById(concept)?.kind;
  return kind === 'Component' || kind === 'Part' || kind === 'EquipmentClass';
}
