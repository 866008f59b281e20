import type { Question } from '../question/question.ts';
import { belongsTo, isSibling } from '../verify/tag-relation.ts';
import { type AssetRelation, assetCodes } from './asset-match.ts';
import { bagOf } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import type { SourceSection } from './gather-sections.ts';

/** How the equipment that a section names stands to the question's; its titles decide from the inside out, then what it says. */
export function sectionRelation(question: Question, section: SourceSection, { equipment }: Pick<Gathered, 'equipment'>): AssetRelation {
  const asked = assetCodes(question.entities.filter((entity) => entity.role === 'asset'));
  if (asked.size === 0) return 'open';
  const levels = [...section.headings].reverse().map((heading) => [...bagOf(heading, question.grammar).codes]);
  levels.push(section.passages.flatMap(({ passage }) => [...bagOf(passage.text, question.grammar).codes]));
  for (const level of levels) {
    const named = level.filter(equipment.isAsset);
    if (named.length === 0) continue;
    if (named.some((code) => asked.has(code))) return 'same';
    if (named.some((code) => [...asked].some((other) => belongsTo(code, other)))) return 'related';
    if (named.some((code) => [...asked].some((other) => isSibling(code, other)))) return 'foreign';
  }
  return 'open';
}
