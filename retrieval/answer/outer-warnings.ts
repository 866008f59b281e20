import { type Access, compareText, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from './dependencies.ts';
import type { SourceSection } from './gather-sections.ts';

/**
 * Warnings that stand before a section, directly under a heading that it is part of: what a chapter warns of at its beginning
 * holds for all of its sections (ANSI Z535.6: section safety messages). In reading order.
 */
export async function outerWarnings(
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
