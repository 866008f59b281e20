import { type Access, compareText, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { type Composition, quotePassage } from './composition.ts';
import type { SourceSection } from './gather-sections.ts';
import { refusePart } from './refuse-part.ts';

type Reads = Pick<Evidence, 'passages'>;

/**
 * The steps of a section to its ends and in order, with every warning that stands in it or heads it. One that could not be read to
 * its ends is refused: steps may be missing from it, and the warnings that belong to them.
 */
export async function quoteSection(evidence: Reads, access: Access, question: Question, section: SourceSection): Promise<Composition> {
  if (!section.whole) return refusePart(question, section.passages[0]?.title ?? '', section.headings.at(-1) ?? '');
  const own = section.passages.filter(({ passage }) => passage.kind === 'warning');
  const warnings = [...(await outerWarnings(evidence, access, section)), ...own];
  return { kind: 'answer', claims: instructionsOf(section).map(quotePassage), safety: warnings.map(quotePassage), whole: true };
}

export function stepsOf(section: SourceSection): StoredPassage[] {
  return section.passages.filter(({ passage }) => passage.kind === 'step');
}

/** The steps, and what stands between two steps of one list: a second paragraph of a step, the points of one. */
function instructionsOf(section: SourceSection): StoredPassage[] {
  const lists = new Set(stepsOf(section).flatMap(({ passage }) => passage.structure.list ?? []));
  const isOfList = ({ passage: { structure } }: StoredPassage) => structure.list !== undefined && lists.has(structure.list);
  const isBetween = (stored: StoredPassage) => isOfList(stored) && stored.passage.kind !== 'warning' && !isNamesAlone(stored);
  return section.passages.filter((stored) => stored.passage.kind === 'step' || isBetween(stored));
}

/** The names of columns of a table that holds nothing below them but pictures: captions, and nothing that anybody does. */
function isNamesAlone({ passage: { text, cells = [] } }: StoredPassage): boolean {
  return cells.length > 0 && cells.every(({ column, start, end }) => column !== '' && text.slice(start, end) === column);
}

/**
 * Warnings that stand before a section, directly under a heading that it is part of: what a chapter warns of at its beginning
 * holds for all of its sections (ANSI Z535.6: section safety messages). In reading order.
 */
async function outerWarnings(evidence: Reads, access: Access, { place }: SourceSection): Promise<readonly StoredPassage[]> {
  const { version, opening } = place;
  if (opening === 0) return [];
  const around = await sectionsAround(evidence, access, place);
  const before = await evidence.passages.range(access, version, 0, opening - 1, ['warning']);
  return before
    .filter(({ passage }) => around.has(passage.structure.section))
    .sort((a, b) => a.passage.order - b.passage.order || compareText(a.passage.id, b.passage.id));
}

/** Sections that an element is part of, by their headings; undefined is the beginning of the document. */
async function sectionsAround(
  evidence: Reads,
  access: Access,
  { version, opening }: SourceSection['place'],
): Promise<ReadonlySet<number | undefined>> {
  const around = new Set<number | undefined>([undefined]);
  let order: number | undefined = opening;
  while (order !== undefined) {
    const [stored]: readonly StoredPassage[] = await evidence.passages.range(access, version, order, order);
    const section: number | undefined = stored?.passage.structure.section;
    order = section === undefined || around.has(section) ? undefined : section;
    around.add(section);
  }
  return around;
}
