import type { StoredPassage } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { bagOf } from './evidence-unit.ts';
import type { SourceSection } from './gather-sections.ts';
import { subjectTerms } from './score-units.ts';
import { termMatch } from './term-match.ts';

/** A list of steps within a section, with what introduces it. */
export interface SourceList {
  readonly opening: number;
  readonly leadIn: string;
}

/** Lists of steps of a section that have a lead-in, in reading order; a lead-in parts them, whatever their numbers are. */
export function listsOf({ passages }: SourceSection): SourceList[] {
  const lists = new Map<string, SourceList>();
  for (const { passage } of passages) {
    const { list, leadIn } = passage.structure;
    if (passage.kind !== 'step' || list === undefined || leadIn === undefined || list !== passage.order) continue;
    lists.set(`${list}`, { opening: list, leadIn: leadIn.text });
  }
  return [...lists.values()];
}

/**
 * What of a section is asked for. Where some of its lists are introduced by words of the question that the others are not
 * (`Removal:`, `安装：`), these lists alone; what stands in none of them (a warning, a note) goes with each.
 */
export function partAsked(question: Question, section: SourceSection): SourceSection {
  const lists = listsOf(section);
  const matched = lists.map(({ leadIn }) => wordsMet(question, leadIn));
  const telling = new Set(matched.flatMap((words) => [...words]).filter((word) => !matched.every((words) => words.has(word))));
  const asked = lists.filter((_, at) => [...(matched[at] ?? [])].some((word) => telling.has(word)));
  if (asked.length === 0) return section;
  return without(
    section,
    lists.filter((list) => !asked.includes(list)),
  );
}

/** The section without the other lists than the one that a step of it stands in, where lead-ins part them. */
export function partAround(step: StoredPassage, section: SourceSection): SourceSection {
  const lists = listsOf(section);
  const own = lists.find(({ opening }) => opening === step.passage.structure.list);
  return own === undefined
    ? section
    : without(
        section,
        lists.filter((list) => list !== own),
      );
}

function without(section: SourceSection, others: readonly SourceList[]): SourceSection {
  const left = new Set(others.map(({ opening }) => opening));
  return { ...section, passages: section.passages.filter(({ passage }) => !left.has(passage.structure.list ?? -1)) };
}

/** Terms and codes of the question that a lead-in holds. */
function wordsMet(question: Question, leadIn: string): ReadonlySet<string> {
  const bag = bagOf(leadIn, question.grammar);
  const terms = subjectTerms(question).filter((term) => termMatch(term, bag) > 0);
  const codes = question.entities.filter(({ isCode, folded }) => isCode && bag.codes.has(folded));
  return new Set([...terms.map(({ text }) => text), ...codes.map(({ folded }) => folded)]);
}
