import type { BlockWriter } from '../blocks/block-writer.ts';
import { numberText } from '../blocks/number-text.ts';
import type { Bullet, SlideParagraph } from './slide-shape.ts';

/** Numbered paragraphs of one level that follow each other. */
interface Count {
  readonly format: string;
  readonly start: number;
  readonly number: number;
}

/**
 * Writes the paragraphs of one text: those with bullets or numbers as lists that nest by their levels, others as paragraphs, which
 * stand in the item above where they are as deep.
 */
export function writeParagraphs(
  paragraphs: readonly SlideParagraph[],
  bulletOf: (paragraph: SlideParagraph) => Bullet,
  writer: BlockWriter,
): void {
  /** Levels of the lists that are open, outermost first. */
  const open: number[] = [];
  const counts = new Map<number, Count>();
  const closeTo = (level: number): void => {
    while ((open.at(-1) ?? -1) > level) {
      writer.closeList();
      open.pop();
    }
    for (const counted of [...counts.keys()]) if (counted > level) counts.delete(counted);
  };
  const markerOf = (bullet: Bullet, level: number): string | undefined => {
    if (bullet.kind !== 'number') {
      counts.delete(level);
      return undefined;
    }
    const before = counts.get(level);
    const goesOn = before?.format === bullet.format && before.start === bullet.start;
    const number = goesOn ? before.number + 1 : bullet.start;
    counts.set(level, { format: bullet.format, start: bullet.start, number });
    return numberText(number, bullet.format);
  };
  for (const paragraph of paragraphs) {
    const { text, bold, level } = paragraph;
    const bullet = bulletOf(paragraph);
    if (bullet.kind === 'none') {
      closeTo(level === 0 ? -1 : level - 1);
      writer.paragraph(text, { bold });
      continue;
    }
    closeTo(level);
    if (open.at(-1) !== level) {
      writer.openList();
      open.push(level);
    }
    writer.listItem(text, markerOf(bullet, level), { bold });
  }
  closeTo(-1);
}
