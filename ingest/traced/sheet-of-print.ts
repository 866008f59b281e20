import { type Box, RECOGNITION_FLOOR } from '../../kernel/index.ts';
import type { DrawingElement, DrawingPath, DrawingText } from '../drawings/model/drawing.ts';
import type { PrintedText } from '../drawings/model/printed-text.ts';
import type { PageSheet } from '../drawings/pdf/sheet-of-page.ts';
import type { Ring } from './find-rings.ts';
import { lineWork } from './line-work.ts';
import type { PartedSheet } from './parted-sheet.ts';
import type { ReadLine } from './read-lines.ts';
import { textOfLine } from './text-of-line.ts';

/** A sheet that was recognised in a picture, with what was recognised of each of its texts, by id. */
export interface PrintedSheet extends PageSheet {
  readonly printed: ReadonlyMap<string, PrintedText>;
}

/** Corners of a ring. */
const CORNERS = 36;

/**
 * Makes a sheet of a drawing of what was recognised in its picture: texts, ruled lines, rings. Points, `y` upwards. `back`: where a box
 * of the level picture stands on the page as it is shown, in points from the top left.
 */
export function sheetOfPrint(
  parted: PartedSheet,
  lines: readonly ReadLine[],
  { name, perPoint, back }: { readonly name: string; readonly perPoint: number; readonly back: (box: Box) => Box },
): PrintedSheet {
  const { raster, height } = parted;
  const [wide, high] = [raster.width / perPoint, raster.height / perPoint];
  const toSheet = ({ x0, y0, x1, y1 }: Box): Box => ({
    x0: x0 / perPoint,
    x1: x1 / perPoint,
    y0: high - y1 / perPoint,
    y1: high - y0 / perPoint,
  });
  const printed = new Map<string, PrintedText>();
  const unsure = new Set<string>();
  const texts = lines.flatMap((line, at): DrawingText[] => {
    const own = textOfLine(line, height, back);
    if (own.text.trim() === '') return [];
    const id = `t${at + 1}`;
    const box = toSheet(line.line.box);
    const across = line.line.isUpright ? box.x1 - box.x0 : box.y1 - box.y0;
    printed.set(id, own);
    if (own.words.some(({ confidence }) => confidence < RECOGNITION_FLOOR)) unsure.add(id);
    return [
      {
        ...{ kind: 'text', id, layer: '', isHidden: false, form: 'text', box, text: own.text, at: { x: box.x0, y: box.y0 } },
        ...{ height: Math.min(across, (1.2 * height) / perPoint), rotation: line.line.isUpright ? 90 : 0 },
      },
    ];
  });
  const path = (id: string, shape: DrawingPath['shape'], points: readonly number[], isClosed: boolean): DrawingPath => {
    const mapped = points.map((value, at) => (at % 2 === 0 ? value / perPoint : high - value / perPoint));
    const [xs, ys] = [mapped.filter((_, at) => at % 2 === 0), mapped.filter((_, at) => at % 2 === 1)];
    const box = { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
    return { kind: 'path', id, layer: '', isHidden: false, box, shape, points: mapped, isClosed };
  };
  const { balloons, symbols, arrows, level, upright } = lineWork(
    parted,
    lines.map(({ line }) => line.box),
  );
  const elements: readonly DrawingElement[] = [
    ...texts,
    ...level.map(({ at, from, to }, index) => path(`h${index + 1}`, 'line', [from, at, to, at], false)),
    ...upright.map(({ at, from, to }, index) => path(`v${index + 1}`, 'line', [at, from, at, to], false)),
    ...balloons.map((ring, index) => path(`r${index + 1}`, 'circle', cornersOf(ring), true)),
    ...symbols.map(({ x0, y0, x1, y1 }, index) => path(`s${index + 1}`, 'polyline', [x0, y0, x1, y0, x1, y1, x0, y1], true)),
    ...arrows.map((head, index) => path(`a${index + 1}`, 'polyline', head, true)),
  ];
  return {
    sheet: { name, elements, unsure },
    paper: { x0: 0, y0: 0, x1: wide, y1: high },
    isCut: false,
    shown: ({ x0, y0, x1, y1 }) => back({ x0: x0 * perPoint, x1: x1 * perPoint, y0: (high - y1) * perPoint, y1: (high - y0) * perPoint }),
    printed,
  };
}

function cornersOf({ x, y, across, up }: Pick<Ring, 'x' | 'y' | 'across' | 'up'>): readonly number[] {
  return Array.from({ length: CORNERS }, (_, at) => (2 * Math.PI * at) / CORNERS).flatMap((angle) => [
    x + across * Math.cos(angle),
    y + up * Math.sin(angle),
  ]);
}
