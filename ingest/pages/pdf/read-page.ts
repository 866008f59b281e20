import { drawnSheet } from '../../drawings/pdf/drawn-sheet.ts';
import { type OnLayer, PagePaint } from '../../drawings/pdf/page-paint.ts';
import type { PageContent } from '../../layout/glyph.ts';
import { withRaisedSigns } from '../../layout/pieces.ts';
import { printedLines } from '../../layout/printed-lines.ts';
import type { PaintedImage } from '../figure/find-figures.ts';
import { withDrawnUnderscores } from './drawn-underscores.ts';
import { figuresOfPage } from './figures-of-page.ts';
import { fontFacts } from './font-facts.ts';
import { GlyphSink } from './glyph-sink.ts';
import { ImageWalk } from './image-walk.ts';
import { IDENTITY, type Matrix, toMatrix, toTransform } from './matrix.ts';
import { addPath, type Strokes } from './path-strokes.ts';
import type { PDFDocumentProxy, PDFPageProxy, PdfJs } from './pdfjs.ts';
import { type FontFacts, TextCursor } from './text-cursor.ts';

/** Layers of a document that are switched off when it is opened. */
export type LayerState = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/**
 * Reads one page from its operator list: glyphs with boxes, straight strokes, filled rectangles and how much of it is image.
 * The page's resources are let go afterwards.
 */
export async function readPage(
  pdfjs: PdfJs,
  page: PDFPageProxy,
  number: number,
  { layers, maxElements }: { readonly layers: LayerState; readonly maxElements: number },
): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const walk = new PageWalk(pdfjs, page, layers, {
    page: number,
    width: viewport.width,
    height: viewport.height,
    base: toMatrix(viewport.transform),
  });
  operators.fnArray.forEach((operator, index) => {
    walk.step(operator, operators.argsArray[index] ?? []);
  });
  const content = walk.content(maxElements);
  const figures = await figuresOfPage(page, walk.painted, content.glyphs);
  page.cleanup();
  return figures.length === 0 || content.sheet !== undefined ? content : { ...content, figures };
}

/** What stands on no layer. */
const SHOWN: OnLayer = { layer: '', isHidden: false };

/** Marked content as it is shown within other marked content; `args`: of the operator that begins it. */
function markedWithin(around: OnLayer, layers: LayerState, [tag, group]: readonly unknown[]): OnLayer {
  if (tag !== 'OC') return around;
  const id = typeof group === 'object' && group !== null && 'id' in group ? group.id : undefined;
  const found: unknown = typeof id === 'string' ? layers.getGroup(id) : undefined;
  const name = typeof found === 'object' && found !== null && 'name' in found ? found.name : undefined;
  return { layer: typeof name === 'string' ? name : around.layer, isHidden: around.isHidden || layers.isVisible(group) === false };
}

/** What is painted with a pattern is no white. */
const PATTERN = 'pattern';

/** A mask of one pixel is a filled rectangle: Ghostscript wrote the rules of dvips so. Path of pdf.js, as `addPath` takes it. */
const UNIT_SQUARE = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4]);

interface PageFrame {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly base: Matrix;
}

class PageWalk {
  private readonly ops: PdfJs['OPS'];
  private readonly page: PDFPageProxy;
  private readonly layers: LayerState;
  private readonly frame: PageFrame;
  private readonly sink: GlyphSink;
  private readonly strokes: Strokes = { level: [], upright: [], fills: [], narrowFills: [], marks: [], dashes: [] };
  private readonly fonts = new Map<string, FontFacts | undefined>();
  private readonly stack: TextCursor[] = [];
  private readonly marks: OnLayer[] = [];
  private readonly paint = new PagePaint();
  private readonly images: ImageWalk;
  private cursor: TextCursor;
  private imageArea = 0;

  constructor(pdfjs: PdfJs, page: PDFPageProxy, layers: LayerState, frame: PageFrame) {
    this.ops = pdfjs.OPS;
    this.page = page;
    this.layers = layers;
    this.frame = frame;
    this.sink = new GlyphSink(frame.width, frame.height);
    this.images = new ImageWalk(this.ops, frame);
    this.cursor = new TextCursor(frame.base);
  }

  /** The images that may be pictures: none where text is laid under them, which is the reading of a scan. */
  get painted(): readonly PaintedImage[] {
    return this.sink.hasInvisible ? [] : this.images.images;
  }

  /** `maxElements`: those of a sheet that are taken, where the page is one. */
  content(maxElements: number): PageContent {
    const { page, width, height } = this.frame;
    const imageShare = Math.min(1, this.imageArea / Math.max(1, width * height));
    const shown = this.sink.finish(imageShare);
    const painted = { width, height, items: this.paint.items, lines: () => printedLines(shown.glyphs) };
    const sheet = drawnSheet(painted, String(page), maxElements);
    const { dashes, ...strokes } = this.strokes;
    return {
      page,
      width,
      height,
      ...strokes,
      imageShare,
      painted: this.paint.count,
      ...shown,
      ...(sheet === undefined ? { glyphs: withRaisedSigns(withDrawnUnderscores(shown.glyphs, dashes, strokes.level)) } : { sheet }),
    };
  }

  step(operator: number, args: readonly unknown[]): void {
    const { ops, cursor } = this;
    switch (operator) {
      case ops.save:
      case ops.beginGroup:
        this.stack.push(cursor.clone());
        return;
      case ops.restore:
      case ops.endGroup:
      case ops.endAnnotation:
        this.cursor = this.stack.pop() ?? cursor;
        return;
      case ops.paintFormXObjectEnd:
        this.cursor = this.stack.pop() ?? cursor;
        this.paint.closeForm();
        return;
      case ops.transform:
        cursor.transform(toMatrix(args));
        return;
      case ops.paintFormXObjectBegin:
        this.stack.push(cursor.clone());
        cursor.transform(toMatrix(args[0]));
        this.paint.openForm(toTransform(cursor.ctm));
        return;
      case ops.beginAnnotation:
        this.stack.push(cursor.clone());
        this.cursor = new TextCursor(this.frame.base);
        this.cursor.transform(toMatrix(args[2]));
        this.cursor.transform(toMatrix(args[3]));
        return;
      case ops.beginMarkedContent:
        this.marks.push(this.mark);
        return;
      case ops.beginMarkedContentProps:
        this.marks.push(markedWithin(this.mark, this.layers, args));
        return;
      case ops.endMarkedContent:
        this.marks.pop();
        return;
      case ops.constructPath:
        this.paintPath(args);
        return;
      case ops.paintSolidColorImageMask:
        this.paintShape(UNIT_SQUARE, { stroke: false, fill: true });
        return;
      default:
        this.imageArea += this.images.paint(operator, args, cursor.ctm, this.mark.isHidden);
        this.textStep(operator, args);
    }
  }

  private textStep(operator: number, args: readonly unknown[]): void {
    const { ops, cursor } = this;
    const number = Number(args[0] ?? 0);
    switch (operator) {
      case ops.beginText:
        cursor.setTextMatrix(IDENTITY);
        return;
      case ops.setFont:
        cursor.setFont(this.font(String(args[0])), Number(args[1]));
        return;
      case ops.setStrokeRGBColor:
        cursor.colours = { ...cursor.colours, stroke: String(args[0]) };
        return;
      case ops.setFillRGBColor:
        cursor.colours = { ...cursor.colours, fill: String(args[0]) };
        return;
      case ops.setStrokeColorN:
        cursor.colours = { ...cursor.colours, stroke: PATTERN };
        return;
      case ops.setFillColorN:
        cursor.colours = { ...cursor.colours, fill: PATTERN };
        return;
      case ops.setGState:
        this.setGraphicsState(args[0]);
        return;
      case ops.setTextMatrix:
        cursor.setTextMatrix(toMatrix(args[0]));
        return;
      case ops.moveText:
        cursor.moveText(number, Number(args[1]));
        return;
      case ops.setLeadingMoveText:
        cursor.leading = Number(args[1]);
        cursor.moveText(number, Number(args[1]));
        return;
      case ops.setLeading:
        cursor.leading = -number;
        return;
      case ops.nextLine:
        cursor.moveText(0, cursor.leading);
        return;
      case ops.setCharSpacing:
        cursor.charSpacing = number;
        return;
      case ops.setWordSpacing:
        cursor.wordSpacing = number;
        return;
      case ops.setHScale:
        cursor.horizontalScale = number / 100;
        return;
      case ops.setTextRise:
        cursor.rise = number;
        return;
      case ops.setTextRenderingMode:
        cursor.renderingMode = number;
        return;
      case ops.showText:
        if (Array.isArray(args[0])) this.sink.add(cursor.show(args[0]), cursor, this.mark.isHidden);
        return;
      default:
    }
  }

  private setGraphicsState(states: unknown): void {
    if (!Array.isArray(states)) return;
    for (const state of states) {
      if (!Array.isArray(state) || state[0] !== 'Font' || !Array.isArray(state[1])) continue;
      this.cursor.setFont(this.font(String(state[1][0])), Number(state[1][1]));
    }
  }

  private paintPath(args: readonly unknown[]): void {
    const { ops } = this;
    const [operator, data] = args;
    const path: unknown = Array.isArray(data) ? data[0] : undefined;
    if (!(path instanceof Float32Array)) return;
    const both =
      operator === ops.fillStroke ||
      operator === ops.eoFillStroke ||
      operator === ops.closeFillStroke ||
      operator === ops.closeEOFillStroke;
    const stroke = both || operator === ops.stroke || operator === ops.closeStroke;
    const fill = both || operator === ops.fill || operator === ops.eoFill;
    if (stroke || fill) this.paintShape(path, { stroke, fill });
  }

  private paintShape(path: Float32Array, { stroke, fill }: { readonly stroke: boolean; readonly fill: boolean }): void {
    const { ctm, colours } = this.cursor;
    addPath(this.strokes, path, ctm, { stroke, fill });
    this.paint.path(
      path,
      toTransform(ctm),
      { stroke: stroke ? colours.stroke : undefined, fill: fill ? colours.fill : undefined },
      this.mark,
    );
  }

  private get mark(): OnLayer {
    return this.marks.at(-1) ?? SHOWN;
  }

  private font(name: string): FontFacts | undefined {
    if (!this.fonts.has(name)) this.fonts.set(name, this.page.commonObjs.has(name) ? fontFacts(this.page.commonObjs.get(name)) : undefined);
    return this.fonts.get(name);
  }
}
