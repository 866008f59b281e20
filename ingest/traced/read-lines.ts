import { type Box, failed, ok, type Result, type TagGrammar } from '../../kernel/index.ts';
import { meanConfidence } from '../ocr/mean-confidence.ts';
import { repairLine } from '../ocr/repair-line.ts';
import type { RecognisedLine, RecognisedWord, RecognitionFault, TextRecogniser } from '../ocr/text-recogniser.ts';
import type { PartedSheet } from './parted-sheet.ts';
import type { PrintLine } from './print-lines.ts';
import { CUT_AROUND, type CutLine, columnOfCut, cutLine, setLines } from './set-lines.ts';

/** A row of print with what was recognised in it; boxes of words and signs in pixels of the sheet. */
export interface ReadLine {
  readonly line: PrintLine;
  readonly words: readonly RecognisedWord[];
}

/** Mean confidence from which a row is taken as read. */
const SURE = 0.8;
/** Upright rows below this are tried the other way up. */
const DOUBTED = 0.6;

/** Sizes at which a row is read, as shares of the usual one: engines stumble over one and not over another. */
const SIZES = { usual: 1, large: 1.35, small: 0.8 } as const;

/** How rows are tried. */
interface Manner {
  readonly script: 'any' | 'latin';
  /** Quarter turns of upright rows against the clock. */
  readonly turn?: 1 | 3;
  readonly size?: number;
}

/** What is asked of whoever recognises the rows. */
interface Reader {
  readonly recogniser: TextRecogniser;
  readonly grammar: TagGrammar;
  /** For all rows, each time that they are tried. */
  readonly milliseconds: number;
}

/**
 * Recognises the rows of print of a sheet: as letters and digits first, those that are unsure as Chinese too and in other sizes, and
 * upright ones the other way up. Of each the surest reading is kept; rows in which nothing is recognised are left out.
 */
export async function readLines(sheet: PartedSheet, reader: Reader): Promise<Result<readonly ReadLine[], RecognitionFault>> {
  const best = new Map<PrintLine, ReadLine>();
  const attempt = async (
    lines: readonly PrintLine[],
    { script, turn = 3, size = SIZES.usual }: Manner,
  ): Promise<RecognitionFault | undefined> => {
    const cuts = lines.map((line) => cutLine(sheet.raster, line, sheet.height, { quarters: line.isUpright ? turn : 0, size }));
    const pages = setLines(cuts);
    for (const { raster, rows } of pages) {
      const milliseconds = reader.milliseconds / pages.length;
      const read = await reader.recogniser.recognise({ raster, dpi: SET_DPI, milliseconds, layout: 'column', script });
      if (!read.ok) return read.fault;
      const words = read.value.flatMap((line) => line.words);
      for (const { cut, top } of rows) {
        const own = wordsOf(cut, top, words);
        const one = { line: cut.line, words: repaired(own, reader.grammar) };
        if (meanConfidence(own) > meanConfidence(best.get(cut.line)?.words ?? [])) best.set(cut.line, one);
      }
    }
    return undefined;
  };
  const below = (least: number): ((line: PrintLine) => boolean) => {
    return (line) => meanConfidence(best.get(line)?.words ?? []) < least;
  };
  const { lines } = sheet;
  const fault =
    (await attempt(lines, { script: 'latin' })) ??
    (await attempt(lines.filter(below(SURE)), { script: 'any' })) ??
    (await attempt(
      lines.filter((line) => line.isUpright && below(DOUBTED)(line)),
      { script: 'latin', turn: 1 },
    )) ??
    (await attempt(lines.filter(below(SURE)), { script: 'latin', size: SIZES.large })) ??
    (await attempt(lines.filter(below(SURE)), { script: 'latin', size: SIZES.small }));
  if (fault !== undefined) return failed(fault);
  return ok(lines.flatMap((line) => best.get(line) ?? []).filter((one) => isPrint(one, sheet)));
}

/** Whether a row is print at all: strokes are read as signs without a letter, pieces of symbols as letters of which nobody is sure. */
function isPrint({ line, words }: ReadLine, sheet: PartedSheet): boolean {
  const text = words.map(({ symbols }) => symbols.map((symbol) => symbol.text).join('')).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text.replace(STROKES, ''))) return false;
  return line.parts.some((part) => sheet.isWhole(part)) || meanConfidence(words) >= SURE;
}

/** Signs that strokes and rings are taken for. */
const STROKES = /[\u4e00\u4e8c\u4e28\u535c\u4eba\u3007O\s]/gu;

/** Resolution at which rows of such height are print of 10 points. */
const SET_DPI = 300;
/** Pixels by which words may stand above or below their row. */
const OUT_OF_ROW = 6;

/** Words of a page that stand in a row, with their places on the sheet. */
function wordsOf(cut: CutLine, top: number, words: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const [first, last] = [top - OUT_OF_ROW, top + cut.raster.height + OUT_OF_ROW];
  return words
    .filter(({ box }) => (box.y0 + box.y1) / 2 >= first && (box.y0 + box.y1) / 2 < last)
    .sort((a, b) => a.box.x0 - b.box.x0)
    .map((word) => ({
      ...word,
      box: onSheet(cut, top, word.box),
      symbols: word.symbols.map((symbol) => ({ ...symbol, box: onSheet(cut, top, symbol.box) })),
    }));
}

function onSheet({ line, scale, quarters, raster }: CutLine, top: number, { x0, y0, x1, y1 }: Box): Box {
  const [left, right] = [columnOfCut(x0) / scale, columnOfCut(x1) / scale];
  const [upper, lower] = [(y0 - top) / scale, (y1 - top) / scale];
  const [atX, atY] = [Math.floor(line.box.x0) - CUT_AROUND, Math.floor(line.box.y0) - CUT_AROUND];
  const width = raster.width / scale;
  const height = raster.height / scale;
  switch (quarters) {
    case 1:
      // Turned against the clock: what runs down the sheet runs to the right.
      return { x0: atX + height - lower, x1: atX + height - upper, y0: atY + left, y1: atY + right };
    case 3:
      return { x0: atX + upper, x1: atX + lower, y0: atY + width - right, y1: atY + width - left };
    default:
      return { x0: atX + left, x1: atX + right, y0: atY + upper, y1: atY + lower };
  }
}

function repaired(words: readonly RecognisedWord[], grammar: TagGrammar): readonly RecognisedWord[] {
  const [first] = words;
  if (first === undefined) return words;
  const line: RecognisedLine = { words, box: first.box, baseline: first.box.y1 };
  return repairLine(line, grammar).words;
}
