import { type Access, compareText, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import { type Composition, quotePassage } from './composition.ts';
import type { SourceSection } from './gather-sections.ts';

/** The steps of a section whole and in order, with every warning that stands in it or heads it. */
export async function quoteSection(evidence: Pick<Evidence, 'passages'>, access: Access, section: SourceSection): Promise<Composition> {
  const own = section.passages.filter(({ passage }) => passage.kind === 'warning');
  const warnings = [...(await outerWarnings(evidence, access, section)), ...own];
  return { kind: 'answer', claims: stepsOf(section).map(quotePassage), safety: warnings.map(quotePassage), whole: true };
}

export function stepsOf(section: SourceSection): StoredPassage[] {
  return section.passages.filter(({ passage }) => passage.kind === 'step');
}

/**
 * Warnings that stand before a section, directly under a heading that it is part of: what a chapter warns of at its beginning
 * holds for all of its sections (ANSI Z535.6: section safety messages). In reading order.
 */
async function outerWarnings(
  evidence: Pick<Evidence, 'passages'>,
  access: Access,
  { headings, passages }: SourceSection,
): Promise<readonly StoredPassage[]> {
  const [first] = passages;
  if (first === undefined) return [];
  const { versionId, order } = first.passage;
  const before = await evidence.passages.range(access, versionId, 0, order, ['warning']);
  return before
    .filter(({ passage }) => passage.headings.length < headings.length && passage.headings.every((heading, at) => headings[at] === heading))
    .sort((a, b) => a.passage.order - b.passage.order || compareText(a.passage.id, b.passage.id));
}
