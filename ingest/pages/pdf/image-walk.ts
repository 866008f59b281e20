import type { Box } from '../../../kernel/index.ts';
import type { PaintedImage } from '../figure/find-figures.ts';
import { apply, combine, type Matrix, toMatrix } from './matrix.ts';
import type { PdfJs } from './pdfjs.ts';

/** Images of a page that are kept: one that paints more makes patterns of them. */
const MOST = 20_000;

/** Collects the images that a page paints, as its operators come. */
export class ImageWalk {
  readonly images: PaintedImage[] = [];
  private readonly ops: PdfJs['OPS'];
  private readonly width: number;
  private readonly height: number;

  constructor(ops: PdfJs['OPS'], { width, height }: { readonly width: number; readonly height: number }) {
    this.ops = ops;
    this.width = width;
    this.height = height;
  }

  /** Takes in an operator that paints images; gives the points² that the one image of it covers, 0 for any other operator. */
  paint(operator: number, args: readonly unknown[], ctm: Matrix, isHidden: boolean): number {
    const { ops } = this;
    switch (operator) {
      case ops.paintImageXObject:
        return this.add(ctm, isHidden, { ...named(args[0]), width: Number(args[1]) });
      case ops.paintImageMaskXObject:
      case ops.paintInlineImageXObject:
        return this.add(ctm, isHidden, { ...named(dataOf(args[0])), width: widthOf(args[0]) });
      case ops.paintInlineImageXObjectGroup:
        // One bitmap of several images that follow each other, each with where it is painted.
        for (const one of listOf(args[1])) this.add(combine(ctm, toMatrix(transformOf(one))), isHidden, { width: widthOf(one, 'w') });
        return 0;
      default:
        return 0;
    }
  }

  private add(ctm: Matrix, isHidden: boolean, image: Omit<PaintedImage, 'box'>): number {
    const corners = [apply(ctm, 0, 0), apply(ctm, 1, 1), apply(ctm, 0, 1), apply(ctm, 1, 0)];
    const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
    const xs = corners.map(([x]) => clamp(x, this.width));
    const ys = corners.map(([, y]) => clamp(y, this.height));
    const box: Box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
    const area = (box.x1 - box.x0) * (box.y1 - box.y0);
    if (!isHidden && area > 0 && this.images.length < MOST) this.images.push({ ...image, box });
    return area;
  }
}

function named(name: unknown): Pick<PaintedImage, 'name'> {
  return typeof name === 'string' ? { name } : {};
}

function dataOf(image: unknown): unknown {
  return typeof image === 'object' && image !== null && 'data' in image ? image.data : undefined;
}

function widthOf(image: unknown, key = 'width'): number {
  const width: unknown = typeof image === 'object' && image !== null ? (image as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof width === 'number' ? width : 1;
}

function transformOf(image: unknown): unknown {
  return typeof image === 'object' && image !== null && 'transform' in image ? image.transform : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
