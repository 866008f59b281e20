import { type Answer, phrasesOf, placeWords } from '../../app/index.ts';
import { correctionLine } from '../../kernel/index.ts';
import { describePlaces } from '../describe-place.ts';
import { describeSource } from './describe-source.ts';
import { oneLine } from './one-line.ts';

/**
 * Numbered sources with document, revision, place and quote, under their heading; none without citations. `ids` adds the passage of
 * each with its span, as programs name it.
 */
export function sourceLines({ citations, language }: Pick<Answer['content'], 'citations' | 'language'>, ids: boolean): readonly string[] {
  if (citations.length === 0) return [];
  const phrases = phrasesOf(language);
  const words = phrases.headings;
  const { between } = placeWords(language);
  const lines = [words.sources];
  for (const [index, citation] of citations.entries()) {
    lines.push(
      `  [${index + 1}] ${describeSource(citation, language)}${between}${describePlaces(citation.anchors, language, citation.section)}: "${oneLine(citation.quote)}"`,
    );
    const { recognition } = citation;
    if (recognition !== undefined) {
      const repairs = recognition.repairs.map(({ recognised, text }) => phrases.repairedSign(recognised, text));
      lines.push(`      ${[phrases.readFromScan(recognition.confidence), ...repairs].join('; ')}`);
    }
    for (const correction of citation.corrections ?? []) lines.push(`      ${correctionLine(correction, words.corrected)}`);
    if (ids) lines.push(`      ${citation.passageId}:${citation.start}-${citation.end}`);
  }
  return lines;
}
