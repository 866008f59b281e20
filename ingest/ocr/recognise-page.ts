import { type Box, failed, ok, type Result } from '../../kernel/index.ts';
import { findSlant } from './find-slant.ts';
import { findStrokes, type RuledLine, withoutStrokes } from './find-strokes.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';
import { placeSymbols } from './place-symbols.ts';
import type { RecognisedLine, RecognitionFault, RecognitionRequest, TextRecogniser } from './text-recogniser.ts';
import { type QuarterTurns, type Straightened, turnRaster } from './turn-raster.ts';

/** What was recognised on a page, put straight: boxes in points from the top left of the page as it reads. */
export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
  /** Where a box of the page as it reads stands on the page as it is shown, both in points. */
  shown(box: Box): Box;
  /** Whether lines run up or down the page as it is shown. */
  readonly sideways: boolean;
}

/** Words below this mean confidence may be upside down. */
const DOUBTED = 0.6;
/** Fewer characters say nothing of how a page lies. */
const TELLING = 12;

/**
 * Recognises a page however it lies: it is put level first, ruling lines are taken off, and what makes no sense is tried the other
 * way round.
 */
export async function recognisePage(
  recogniser: TextRecogniser,
  request: RecognitionRequest,
): Promise<Result<RecognisedPage, RecognitionFault>> {
  const { sideways, level, across } = findSlant(request.raster);
  // Characters that stand below each other as in a form look like lines across: then the page stands upright after all.
  const turns: readonly QuarterTurns[] = sideways ? [1, 3, 0] : [0, 2];
  let best: Turned | undefined;
  for (const quarters of turns) {
    const turned = await recogniseTurned(recogniser, request, quarters, quarters % 2 === 0 ? level : across);
    if (!turned.ok) return turned;
    if (best === undefined || meanConfidence(turned.value.lines) > meanConfidence(best.lines)) best = turned.value;
    if (!isDoubtful(best.lines)) break;
  }
  return best === undefined ? failed('engine-failed') : ok(best.page);
}

interface Turned {
  readonly page: RecognisedPage;
  readonly lines: readonly RecognisedLine[];
}

async function recogniseTurned(
  recogniser: TextRecogniser,
  request: RecognitionRequest,
  quarters: QuarterTurns,
  angle: number,
): Promise<Result<Turned, RecognitionFault>> {
  const turned = turnRaster(request.raster, quarters, angle);
  const perPoint = request.dpi / 72;
  const threshold = inkThreshold(turned.raster);
  const strokes = findStrokes(turned.raster, threshold, perPoint);
  const raster = withoutStrokes(turned.raster, strokes, perPoint);
  const read = await recogniser.recognise({ ...request, raster });
  if (!read.ok) return read;
  const lines = read.value.map((line) => placeSymbols(line, raster, threshold));
  const toPoints = (pixels: number) => pixels / perPoint;
  const page: RecognisedPage = {
    ...sizeOf(turned.raster, toPoints),
    lines: lines.map((line) => inPoints(line, toPoints)),
    level: strokes.level.map((stroke) => strokeInPoints(stroke, toPoints)),
    upright: strokes.upright.map((stroke) => strokeInPoints(stroke, toPoints)),
    shown: (box) => shownBox(turned, box, perPoint),
    sideways: quarters % 2 === 1,
  };
  return ok({ page, lines });
}

function isDoubtful(lines: readonly RecognisedLine[]): boolean {
  const characters = lines.reduce((sum, { words }) => sum + words.reduce((count, { symbols }) => count + symbols.length, 0), 0);
  return characters >= TELLING && meanConfidence(lines) < DOUBTED;
}

/** Over the characters of all words; 0 where there are none. */
function meanConfidence(lines: readonly RecognisedLine[]): number {
  let sum = 0;
  let count = 0;
  for (const { words } of lines) {
    for (const { symbols, confidence } of words) {
      sum += symbols.length * confidence;
      count += symbols.length;
    }
  }
  return count === 0 ? 0 : sum / count;
}

type ToPoints = (pixels: number) => number;

function sizeOf({ width, height }: GreyRaster, toPoints: ToPoints): { readonly width: number; readonly height: number } {
  return { width: toPoints(width), height: toPoints(height) };
}

function inPoints(line: RecognisedLine, toPoints: ToPoints): RecognisedLine {
  return {
    box: boxInPoints(line.box, toPoints),
    baseline: toPoints(line.baseline),
    words: line.words.map((word) => ({
      ...word,
      box: boxInPoints(word.box, toPoints),
      symbols: word.symbols.map(({ text, box }) => ({ text, box: boxInPoints(box, toPoints) })),
    })),
  };
}

function boxInPoints({ x0, y0, x1, y1 }: Box, toPoints: ToPoints): Box {
  return { x0: toPoints(x0), y0: toPoints(y0), x1: toPoints(x1), y1: toPoints(y1) };
}

function strokeInPoints({ at, from, to, thickness }: RuledLine, toPoints: ToPoints): RuledLine {
  return { at: toPoints(at), from: toPoints(from), to: toPoints(to), thickness: toPoints(thickness) };
}

function shownBox(turned: Straightened, box: Box, perPoint: number): Box {
  const { x0, y0, x1, y1 } = turned.back({ x0: box.x0 * perPoint, y0: box.y0 * perPoint, x1: box.x1 * perPoint, y1: box.y1 * perPoint });
  return { x0: x0 / perPoint, y0: y0 / perPoint, x1: x1 / perPoint, y1: y1 / perPoint };
}
