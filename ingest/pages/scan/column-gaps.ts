import { isWide } from '../../layout/glyph.ts';
import { medianOf } from '../../ocr/median-of.ts';
import type { RecognisedLine, RecognisedWord } from '../../ocr/text-recogniser.ts';

/** Columns stand so many times as far apart as words of the page do, and so many sizes at least. */
const WIDER = 2.2;
const LEAST = 0.55;
/** A gap that parts columns whatever the words of its line stand apart, in sizes. */
const WIDEST = 0.85;
/** The usual gap of words in sizes, where a page has too few to tell. */
const USUAL = 0.28;
const TELLING = 8;
/** A line that is set to both margins has gaps that are all alike: so many at least, the widest so many times their median. */
const EVEN = { gaps: 4, widest: 1.6 } as const;

/**
 * The gap from which two words of a line stand in two columns, in sizes of its print: engines take neighbouring cells of a table for one
 * line, and what parts them is that they stand further apart than words do on that page. Words of a line that is set to both margins do too,
 * but all of them.
 */
export function columnGaps(lines: readonly RecognisedLine[], sizeOf: (line: RecognisedLine) => number): (line: RecognisedLine) => number {
  const gapsOf = ({ words }: RecognisedLine, size: number) => words.slice(1).flatMap((word, at) => gapBetween(words[at], word, size));
  const gaps = new Map(lines.map((line) => [line, gapsOf(line, sizeOf(line))]));
  const all = [...gaps.values()].flat();
  const usual = all.length < TELLING ? USUAL : medianOf(all);
  const column = Math.min(WIDEST, Math.max(LEAST, WIDER * usual));
  return (line) => {
    const own = gaps.get(line) ?? [];
    const isEven = own.length >= EVEN.gaps && Math.max(...own) <= EVEN.widest * medianOf(own);
    return isEven ? WIDEST : column;
  };
}

/** The gap between two words of letters, in sizes. */
function gapBetween(before: RecognisedWord | undefined, after: RecognisedWord, size: number): number[] {
  const [last, first] = [before?.symbols.at(-1), after.symbols[0]];
  if (last === undefined || first === undefined || isWide(last.text) || isWide(first.text)) return [];
  return [(first.box.x0 - last.box.x1) / size];
}
