import { type PhotoReading, photoWords } from '../../app/index.ts';
import { oneLine } from './one-line.ts';

const PERCENT = 100;

/** What was read on a photo, for a terminal: its lines, then codes and values, unsure ones marked; last how to ask. */
export function presentPhoto(
  { width, height, lines, mentions }: PhotoReading,
  { language, ask }: { readonly language: 'zh' | 'en'; readonly ask: string },
): string {
  const words = photoWords(language);
  if (lines.length === 0) return `${words.nothing}\n`;
  const doubt = ({ isUnsure, confidence }: { readonly isUnsure: boolean; readonly confidence: number }): string[] =>
    isUnsure ? [words.unsure(Math.round(confidence * PERCENT))] : [];
  const told = [words.read(width, height)];
  for (const { parts } of lines) {
    const shown = parts.map((part) => [oneLine(part.text), ...doubt(part).map((why) => `(${why})`)].join(' '));
    told.push(`${parts.some(({ isUnsure }) => isUnsure) ? '?' : ' '} ${shown.join(' | ')}`);
  }
  for (const [type, heading] of [
    ['identifier', words.codes],
    ['quantity', words.quantities],
  ] as const) {
    const found = mentions.filter((mention) => mention.type === type);
    if (found.length > 0) told.push(`${heading}:`);
    for (const mention of found) {
      const kind = mention.type === 'identifier' ? [words.kinds[mention.subtype]] : [];
      const repaired = mention.recognised === undefined ? [] : [words.repaired(mention.recognised)];
      const notes = [...kind, ...repaired, ...doubt(mention)];
      told.push(`${mention.isUnsure ? '?' : ' '} ${mention.text}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`);
    }
  }
  told.push(words.ask(ask));
  return `${told.join('\n')}\n`;
}
