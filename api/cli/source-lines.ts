import { type Answer, phrasesOf } from '../../app/index.ts';
import { correctionLine } from '../../kernel/index.ts';
import { describeAnchors } from './describe-anchors.ts';
import { describeSource } from './describe-source.ts';
import { oneLine } from './one-line.ts';

/** Numbered sources with document, revision, place and quote, under their heading; none without citations. */
export function sourceLines({ citations, language }: Pick<Answer['content'], 'citations' | 'language'>): readonly string[] {
  if (citations.length === 0) return [];
  const phrases = phrasesOf(language);
  const words = phrases.headings;
  const lines = [words.sources];
  for (const [index, citation] of citations.entries()) {
    lines.push(`  [${index + 1}] ${describeSource(citation)}, ${describeAnchors(citation.anchors)}: "${oneLine(citation.quote)}"`);
    const { recognition } = citation;
    if (recognition !== undefined) {
      const repairs = recognition.repairs.map(({ recognised, text }) => phrases.repairedSign(recognised, text));
      lines.push(`      ${[phrases.readFromScan(recognition.confidence), ...repairs].join('; ')}`);
    }
    for (const correction of citation.corrections ?? []) lines.push(`      ${correctionLine(correction, words.corrected)}`);
    lines.push(`      ${citation.passageId}:${citation.start}-${citation.end}`);
  }
  return lines;
}
