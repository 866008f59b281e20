import { type Box, failed, ok, type Result } from '../../kernel/index.ts';
import { findRulings } from './find-rulings.ts';
import { findSlant, type Slant } from './find-slant.ts';
import { findStrokes, type RuledLine, withoutStrokes } from './find-strokes.ts';
import { flattenLight } from './flatten-light.ts';
import type { GreyRaster } from './grey-raster.ts';
import { inkThreshold } from './ink-threshold.ts';
import { meanConfidence } from './mean-confidence.ts';
import { onItsOwnInk } from './own-ink.ts';
import { partBoxes } from './part-boxes.ts';
import { settleBrackets } from './settle-brackets.ts';
import { settleCapitals } from './settle-capitals.ts';
import { settleCheckBoxes } from './settle-check-boxes.ts';
import { settleDegrees } from './settle-degrees.ts';
import { settleLigatures } from './settle-ligatures.ts';
import { settleRaised } from './settle-raised.ts';
import { settleRuns } from './settle-runs.ts';
import { settleSigns } from './settle-signs.ts';
import { settleStrokes } from './settle-strokes.ts';
import { withStrokeWidths } from './stroke-widths.ts';
import type { RecognisedLine, RecognitionFault, RecognitionRequest, TextRecogniser } from './text-recogniser.ts';
import { type QuarterTurns, type Straightened, turnRaster } from './turn-raster.ts';
import { unreadSigns } from './unread-signs.ts';

/** What was recognised on a page, put straight: boxes in points from the top left of the page as it reads. */
export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
  /** Fields of one colour with print on them. */
  readonly fills: readonly Box[];
  /** Where a box of the page as it reads stands on the page as it is shown, both in points. */
  shown(box: Box): Box;
  /** Whether lines run up or down the page as it is shown. */
  readonly sideways: boolean;
}

/** Fewer characters say nothing of how a page lies. */
const TELLING = 12;

/**
 * Recognises a page however it lies: it is put level first, ruling lines are found, and what makes no sense is tried the other way
 * round. One that stands `upright`, as pictures on pages do, is read once, askew as it may be.
 */
export async function recognisePage(
  recogniser: TextRecogniser,
  request: RecognitionRequest,
  lies: 'any-way' | 'upright' = 'any-way',
): Promise<Result<RecognisedPage, RecognitionFault>> {
  const print = recogniser.needsEvenLight || isPaper(request.raster) ? request.raster : flattenLight(request.raster);
  let best: Turned | undefined;
  const isPrint = print === request.raster;
  const ways = lies === 'upright' ? [uprightWay(print, isPrint)] : waysOfLying(findSlant(print), recogniser, isPrint);
  for (const way of ways) {
    const turned = await recogniseTurned(recogniser, request, { print, lies }, way);
    if (!turned.ok) return turned;
    if (best === undefined || soundness(turned.value.lines, recogniser) > soundness(best.lines, recogniser)) best = turned.value;
    if (!isDoubtful(best.lines, recogniser)) break;
  }
  if (best === undefined) return failed('engine-failed');
  const page = best.page();
  return ok({ ...page, lines: page.lines.filter((line) => meanConfidence(line.words) >= recogniser.least) });
}

/** How a page may lie: quarters to turn it by, and radians by which its lines fall then. */
interface Way {
  readonly quarters: QuarterTurns;
  readonly angle: number;
}

/**
 * The ways a page may lie, the likeliest first. Characters that stand below each other as in a form look like lines across: then the page
 * stands upright after all. On what is no paper edges of things look like lines, so that what reads it as it is does so first.
 */
function waysOfLying({ sideways, level, across }: Slant, { needsEvenLight }: TextRecogniser, isPaper: boolean): readonly Way[] {
  const turns: readonly QuarterTurns[] = sideways ? [1, 3, 0] : [0, 2];
  const straight = turns.map((quarters): Way => ({ quarters, angle: quarters % 2 === 0 ? level : across }));
  if (needsEvenLight) return straight;
  const asItIs: Way = { quarters: 0, angle: 0 };
  return isPaper ? [...straight, asItIs] : [asItIs, ...straight];
}

function uprightWay(print: GreyRaster, isPrint: boolean): Way {
  const { sideways, level } = isPrint ? findSlant(print) : { sideways: true, level: 0 };
  return { quarters: 0, angle: sideways ? 0 : level };
}

/** Greys lighter than this are those of paper, if so much of the page has them. */
const LIGHT = 200;
const MOSTLY = 0.5;

function isPaper({ pixels }: GreyRaster): boolean {
  let light = 0;
  for (const pixel of pixels) if (pixel >= LIGHT) light += 1;
  return light >= MOSTLY * pixels.length;
}

/**
 * A line that stands where most of its characters end: an engine that looks for lines by their middle says only about where that is. Where
 * boxes of lines lie over each other, as on slanting photos, the ink in them is that of both, and the box tells more.
 */
function onItsInk(line: RecognisedLine, all: readonly RecognisedLine[]): RecognisedLine {
  const ends = line.words.flatMap(({ symbols }) => symbols.map(({ box }) => box.y1)).sort((a, b) => a - b);
  const middle = ends[Math.floor((ends.length - 1) / 2)];
  if (middle === undefined || middle >= line.box.y1 || all.some((other) => isOver(other.box, line.box))) return line;
  return { ...line, baseline: middle };
}

/** Share of the lower one's height from which boxes lie over each other. */
const OVER = 0.4;

function isOver(one: Box, other: Box): boolean {
  const across = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  const down = Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);
  const isSame = one.x0 === other.x0 && one.y0 === other.y0 && one.x1 === other.x1 && one.y1 === other.y1;
  return !isSame && across > 0 && down > OVER * Math.min(one.y1 - one.y0, other.y1 - other.y0);
}

interface Turned {
  /** Made of the way that is kept alone: what rules it is looked for then. */
  readonly page: () => RecognisedPage;
  readonly lines: readonly RecognisedLine[];
}

async function recogniseTurned(
  recogniser: TextRecogniser,
  request: RecognitionRequest,
  { print, lies }: { readonly print: GreyRaster; readonly lies: 'any-way' | 'upright' },
  { quarters, angle }: Way,
): Promise<Result<Turned, RecognitionFault>> {
  const turned = turnRaster(print, quarters, angle);
  const perPoint = request.dpi / 72;
  const threshold = inkThreshold(turned.raster);
  const strokes = findStrokes(turned.raster, threshold, perPoint);
  const raster = withoutStrokes(turned.raster, strokes, perPoint);
  // What reads anything reads it best as it is: ruled lines are found on what was made like print, where taking them off may take more.
  const asItIs = () => (print === request.raster ? turned.raster : turnRaster(request.raster, quarters, angle).raster);
  const read = await recogniser.recognise({ ...request, raster: recogniser.needsEvenLight ? raster : asItIs() });
  if (!read.ok) return read;
  const laid = (found: readonly RecognisedLine[]) =>
    partBoxes(found, raster, threshold).map((line) => {
      const own = onItsOwnInk(line, raster, threshold);
      const runs = settleLigatures(settleRuns(own.line, own.raster, threshold), own.raster, threshold);
      const read = settleDegrees(runs, own.raster, threshold);
      return own.onPage(withStrokeWidths(read, own.raster, threshold));
    });
  const seen = laid(read.value);
  const isSheetOfPrint = print === request.raster && lies === 'any-way';
  const more = isSheetOfPrint
    ? await passedOver(recogniser, { ...request, raster: asItIs() }, () => unreadSigns(seen, raster, threshold))
    : ok([]);
  if (!more.ok) return more;
  const placed = [...seen, ...laid(more.value)].map((line) => settleCheckBoxes(line, raster, threshold));
  const lines = recogniser.needsEvenLight
    ? placed
    : placed.map((line) =>
        onItsInk(settleBrackets(settleRaised(settleSigns(settleStrokes(settleCapitals(line)))), raster, threshold), placed),
      );
  const toPoints = (pixels: number) => pixels / perPoint;
  const page = (): RecognisedPage => {
    const { level, upright, fills } = findRulings(turned.raster, perPoint, { lines: strokes, threshold });
    return {
      ...sizeOf(turned.raster, toPoints),
      lines: lines.map((line) => inPoints(line, toPoints)),
      level: level.map((stroke) => strokeInPoints(stroke, toPoints)),
      upright: upright.map((stroke) => strokeInPoints(stroke, toPoints)),
      fills: fills.map((box) => boxInPoints(box, toPoints)),
      shown: (box) => shownBox(turned, box, perPoint),
      sideways: quarters % 2 === 1,
    };
  };
  return ok({ page, lines });
}

/** Confidence from which something that no line was found around is a sign, and not what looks like one. */
const SURE = 0.6;
const SIGNS = /^[\p{L}\p{N}]+$/u;

/** What stands in boxes that a finder of lines has passed over, where it is surely a sign. */
async function passedOver(
  { readLines }: TextRecogniser,
  request: RecognitionRequest,
  boxesOf: () => readonly Box[],
): Promise<Result<readonly RecognisedLine[], RecognitionFault>> {
  const boxes = readLines === undefined ? [] : boxesOf();
  if (readLines === undefined || boxes.length === 0) return ok([]);
  const read = await readLines(request, boxes);
  if (!read.ok) return read;
  return ok(
    read.value.filter(({ words }) =>
      words.every(({ confidence, symbols }) => confidence >= SURE && symbols.every(({ text }) => SIGNS.test(text))),
    ),
  );
}

/** Few characters are doubtful where the engine is sure of what it reads and quick to read it again. */
function isDoubtful(lines: readonly RecognisedLine[], { doubted, needsEvenLight }: TextRecogniser): boolean {
  const characters = lines.reduce((sum, { words }) => sum + words.reduce((count, { symbols }) => count + symbols.length, 0), 0);
  return characters < TELLING ? !needsEvenLight : meanConfidence(lines.flatMap(({ words }) => words)) < doubted;
}

/** How many characters were read, each for as much as it is sure, of the lines that are text. */
function soundness(lines: readonly RecognisedLine[], { least }: TextRecogniser): number {
  const characters = lines.filter((line) => meanConfidence(line.words) >= least).flatMap(({ words }) => words);
  return characters.reduce((sum, { symbols, confidence }) => sum + symbols.length * confidence, 0);
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
      symbols: word.symbols.map((symbol) => ({ ...symbol, box: boxInPoints(symbol.box, toPoints) })),
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
