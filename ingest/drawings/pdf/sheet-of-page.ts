import type { Box } from '../../../kernel/index.ts';
import { mappedBox } from '../model/box-of.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import type { PrintedText } from '../model/printed-text.ts';
import { type DrawnIn, SheetBuilder } from '../model/sheet-builder.ts';
import { composed, inverted, moved, scaled, type Transform, turned } from '../model/transform.ts';
import { usualTurn } from '../model/usual-turn.ts';
import { joinStrokes } from './join-strokes.ts';
import type { PaintedItem, PaintedPage, PaintedPath } from './painted-page.ts';
import { paintedStrokes } from './painted-strokes.ts';

/** A page of a PDF as a sheet of a drawing, in points, `y` upwards, turned so that most of its texts are level. */
export interface PageSheet {
  readonly sheet: DrawingSheet;
  /** The page itself, as the sheet is turned. */
  readonly paper: Box;
  /** It has more elements than a reader may take; those beyond are left out. */
  readonly isCut: boolean;
  /** What was recognised of its texts, by their ids; absent where they are texts of the file. */
  readonly printed?: ReadonlyMap<string, PrintedText>;
  /** Where a box of the sheet stands on the page as that is shown: points from the top left. */
  shown(box: Box): Box;
}

/** Paths whose strokes are looked at together. */
const LONGEST_RUN = 10_000;
/** Height of capitals as a share of the size of a font. */
const CAPITALS = 0.73;

/** Makes a sheet of what a page paints. `name`: what it is called within its document. Texts come first: they are kept of a sheet that is cut. */
export function sheetOfPage({ width, height, items, lines }: PaintedPage, name: string, maxElements: number): PageSheet {
  const turn = usualTurn(lines.map(({ rotation }) => rotation));
  const toSheet = composed(turned(-turn), composed(moved(0, height), scaled(1, -1)));
  const builder = new SheetBuilder(maxElements);
  const place: DrawnIn = { transform: toSheet, layer: '', isHidden: false };
  lines.forEach(({ text, at, width, size, rotation }, index) => {
    const setting = { height: CAPITALS * size, fitTo: width, leftShare: 0, level: 'base' as const };
    const hung = composed(composed(toSheet, moved(at.x, at.y)), scaled(1, -1));
    builder.text({ id: `t${index + 1}`, form: 'text', text, at: { x: 0, y: 0 }, rotation, setting }, { ...place, transform: hung });
  });
  addItems(items, builder, toSheet, undefined);
  const back = inverted(toSheet);
  const paper = mappedBox(toSheet, { x0: 0, y0: 0, x1: width, y1: height });
  return {
    sheet: { name, elements: builder.elements },
    paper,
    isCut: builder.fault !== undefined,
    shown: (box) => rounded(mappedBox(back, box)),
  };
}

function rounded({ x0, y0, x1, y1 }: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1) };
}

function addItems(items: readonly PaintedItem[], builder: SheetBuilder, toSheet: Transform, symbol: string | undefined): void {
  let run: PaintedPath[] = [];
  const addRun = (): void => {
    const [own, [first]] = [run, run];
    run = [];
    if (first === undefined || builder.fault !== undefined) return;
    // Already mapped to the sheet.
    const place: DrawnIn = {
      transform: scaled(1, 1),
      layer: first.layer,
      isHidden: first.isHidden,
      ...(symbol === undefined ? {} : { symbol }),
    };
    for (const { shape, points, isClosed } of joinStrokes(own.flatMap((path) => paintedStrokes(path, (inner) => composed(toSheet, inner)))))
      builder.path('p', shape, points, isClosed, place);
  };
  for (const item of items) {
    const [first] = run;
    if (
      item.kind === 'form' ||
      run.length === LONGEST_RUN ||
      (first !== undefined && (item.layer !== first.layer || item.isHidden !== first.isHidden))
    )
      addRun();
    if (item.kind === 'path') run.push(item);
    else {
      const place: DrawnIn = {
        transform: composed(toSheet, item.transform),
        layer: '',
        isHidden: false,
        ...(symbol === undefined ? {} : { symbol }),
      };
      builder.symbol('f', 'form', { x: 0, y: 0 }, place, (inner) => addItems(item.items, builder, toSheet, inner));
    }
  }
  addRun();
}
