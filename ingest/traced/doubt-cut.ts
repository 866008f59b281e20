import { RECOGNITION_FLOOR } from '../../kernel/index.ts';
import type { InkPart } from './ink-parts.ts';
import type { ReadLine } from './read-lines.ts';

/** How far beside a row ink may be a part of it, and how large ink is that may be a character, in heights of the usual print. */
const BESIDE = 0.7;
const SMALLEST = 0.35;
/** Share of its height at the edges of a row in which ink beside it does not matter. */
const EDGE = 0.25;
/** Ink that is no print at most: among more, nothing can be told. */
const MOST_BESIDE = 10_000;
/** Confidence of words beside which ink was left out: below the floor. */
const DOUBTED = Math.min(0.2, RECOGNITION_FLOOR);

/**
 * Rows beside which there is ink that belongs to none, with the word next to it doubted: a character that a line crosses is left out,
 * and a tag of which one is missing is another tag.
 */
export function doubtCut(lines: readonly ReadLine[], rest: readonly InkPart[], height: number): readonly ReadLine[] {
  const large = rest.filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= SMALLEST * height);
  const isCrowded = large.length > MOST_BESIDE;
  return lines.map((read): ReadLine => {
    const { box, isUpright } = read.line;
    const [from, to, low, high] = isUpright ? (['y0', 'y1', 'x0', 'x1'] as const) : (['x0', 'x1', 'y0', 'y1'] as const);
    const edge = EDGE * (box[high] - box[low]);
    const near = (isCrowded ? [] : large).filter(
      (part) =>
        part[low] < box[high] - edge &&
        part[high] > box[low] + edge &&
        part[from] < box[to] + BESIDE * height &&
        part[to] > box[from] - BESIDE * height,
    );
    if (near.length === 0 && !isCrowded) return read;
    const isBeside = (word: ReadLine['words'][number]): boolean =>
      isCrowded || near.some((part) => part[from] < word.box[to] + BESIDE * height && part[to] > word.box[from] - BESIDE * height);
    return {
      ...read,
      words: read.words.map((word) => (isBeside(word) ? { ...word, confidence: Math.min(word.confidence, DOUBTED) } : word)),
    };
  });
}
