import { type Box, failed, ok, type Result, type TagGrammar } from '../../kernel/index.ts';
import { findSlant } from '../ocr/find-slant.ts';
import type { GreyRaster } from '../ocr/grey-raster.ts';
import { meanConfidence } from '../ocr/mean-confidence.ts';
import { scaleRaster } from '../ocr/scale-raster.ts';
import type { RecognitionFault, TextRecogniser } from '../ocr/text-recogniser.ts';
import { type QuarterTurns, turnRaster } from '../ocr/turn-raster.ts';
import { doubtCut } from './doubt-cut.ts';
import { isDrawn } from './is-drawn.ts';
import { type PartedSheet, partSheet } from './parted-sheet.ts';
import { type ReadLine, readLines } from './read-lines.ts';
import { repairBalloons } from './repair-balloons.ts';
import { type PrintedSheet, sheetOfPrint } from './sheet-of-print.ts';

/** A picture that may be a drawing. */
interface SheetRequest {
  readonly name: string;
  readonly raster: GreyRaster;
  /** Pixels an inch. */
  readonly dpi: number;
  readonly recogniser: TextRecogniser;
  readonly grammar: TagGrammar;
  readonly milliseconds: number;
}

/** Radians by which a sheet may lie askew: over its length, lines may not leave their row. */
const LEAST_SLANT = 0.0003;
/** Print of fewer pixels is enlarged until it has so many: letters that touch come apart. */
const LEAST_HEIGHT = 20;
const ENLARGED_TO = 24;
const MOST_ENLARGED = 4;
const MOST_PIXELS = 36_000_000;
/** Mean confidence below which a sheet may lie on its head. */
const DOUBTED = 0.6;

interface Laid {
  readonly parted: PartedSheet;
  /** Pixels of it a pixel of the picture. */
  readonly scale: number;
  /** The box around a box of the level picture in the picture, before it was enlarged. */
  back(box: Box): Box;
}

/** Reads a picture as a sheet of a drawing; undefined of one that is none. */
export async function recogniseSheet(request: SheetRequest): Promise<Result<PrintedSheet | undefined, RecognitionFault>> {
  const { level, across } = findSlant(request.raster, LEAST_SLANT);
  const first = laid(request.raster, 0, level);
  const isTurned = first !== undefined && uprightShare(first.parted) > 0.5;
  const base = isTurned ? laid(request.raster, 3, across) : first;
  if (base === undefined || !isDrawn(base.parted)) return ok(undefined);
  const tries: readonly QuarterTurns[] = isTurned ? [3, 1] : [0, 2];
  let best: { readonly laid: Laid; readonly lines: readonly ReadLine[]; readonly confidence: number } | undefined;
  for (const quarters of tries) {
    const own = quarters === tries[0] ? base : laid(request.raster, quarters, isTurned ? across : level);
    if (own === undefined) continue;
    const read = await readLines(own.parted, request);
    if (!read.ok) return failed(read.fault);
    const confidence = meanConfidence(read.value.flatMap(({ words }) => words));
    if (best === undefined || confidence > best.confidence) best = { laid: own, lines: read.value, confidence };
    if (confidence >= DOUBTED) break;
  }
  if (best === undefined) return ok(undefined);
  const { parted, scale, back } = best.laid;
  const perPoint = request.dpi / 72;
  return ok(
    sheetOfPrint(parted, doubtCut(repairBalloons(best.lines, parted.rings, request.grammar), parted.rest, parted.height), {
      name: request.name,
      perPoint: perPoint * scale,
      back: (box) => times(back(times(box, 1 / scale)), 1 / perPoint),
    }),
  );
}

function times({ x0, y0, x1, y1 }: Box, factor: number): Box {
  return { x0: x0 * factor, y0: y0 * factor, x1: x1 * factor, y1: y1 * factor };
}

function laid(picture: GreyRaster, quarters: QuarterTurns, angle: number): Laid | undefined {
  const { raster, back } = turnRaster(picture, quarters, angle);
  const parted = partSheet(raster);
  if (parted === undefined) return undefined;
  const most = Math.min(MOST_ENLARGED, Math.sqrt(MOST_PIXELS / (raster.width * raster.height)));
  const scale = parted.height >= LEAST_HEIGHT ? 1 : Math.min(most, ENLARGED_TO / parted.height);
  if (scale <= 1) return { parted, scale: 1, back };
  const enlarged = partSheet(scaleRaster(raster, scale));
  return enlarged === undefined ? undefined : { parted: enlarged, scale, back };
}

/** Share of the characters that stand in upright rows. */
function uprightShare({ lines }: PartedSheet): number {
  let [all, upright] = [0, 0];
  for (const { parts, isUpright } of lines) {
    all += parts.length;
    if (isUpright) upright += parts.length;
  }
  return all === 0 ? 0 : upright / all;
}
