import { combine, IDENTITY, type Matrix } from './matrix.ts';

/** What of a font object of pdf.js the reader needs. */
export interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly mono: boolean;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Its codes stand for no known characters. */
  readonly unread: boolean;
  readonly matrix: Matrix;
  /** Em parts above and below the base line, both positive. */
  readonly ascent: number;
  readonly descent: number;
  readonly verticalMetrics: readonly number[];
}

/** One glyph as pdf.js hands it to `showText`. */
interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Where a glyph stands: its box in text space (x right, y up) and the map from there to the page. */
export interface PlacedGlyph {
  readonly glyph: FontGlyph;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly base: number;
  readonly toPage: Matrix;
}

/** Graphics and text state of a page description (PDF 32000-1, 8.4 and 9.3), as far as the place of text depends on it. */
export class TextCursor {
  ctm: Matrix;
  font: FontFacts | undefined;
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  horizontalScale = 1;
  leading = 0;
  rise = 0;
  renderingMode = 0;
  /** As pdf.js gives them: `#rrggbb`. */
  colours: { readonly stroke: string; readonly fill: string } = { stroke: '#000000', fill: '#000000' };
  private direction = 1;
  private textMatrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  constructor(ctm: Matrix) {
    this.ctm = ctm;
  }

  clone(): TextCursor {
    return Object.assign(new TextCursor(this.ctm), this);
  }

  transform(matrix: Matrix): void {
    this.ctm = combine(this.ctm, matrix);
  }

  setFont(font: FontFacts | undefined, size: number): void {
    this.font = font;
    this.fontSize = Math.abs(size);
    this.direction = size < 0 ? -1 : 1;
  }

  setTextMatrix(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  moveText(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  /** Walks the items of one `showText`, moves the cursor past them and returns where each glyph stands. */
  show(items: readonly unknown[]): PlacedGlyph[] {
    const { font } = this;
    if (font === undefined || this.fontSize === 0) return [];
    const toPage = combine(this.ctm, this.textMatrix);
    const placed: PlacedGlyph[] = [];
    const emScale = this.fontSize * Math.abs(font.matrix[0]);
    const scale = this.horizontalScale * this.direction;
    let offset = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        offset += ((font.vertical ? 1 : -1) * item * this.fontSize) / 1000;
        continue;
      }
      if (!isFontGlyph(item)) continue;
      const spacing = (item.isSpace ? this.wordSpacing : 0) + this.charSpacing;
      if (font.vertical) {
        const metrics = item.vmetric ?? font.verticalMetrics;
        const height = -(metrics[0] ?? -1000) * emScale;
        const shift = (metrics[1] ?? item.width / 2) * emScale;
        const start = this.y - offset;
        const left = this.x - shift;
        const right = left + item.width * emScale;
        placed.push({ glyph: item, left, right, top: start, bottom: start - height, base: start - height, toPage });
        offset += height - spacing * this.direction;
        continue;
      }
      const width = item.width * emScale;
      const left = this.x + offset * scale;
      const base = this.y + this.rise;
      const em = this.fontSize * this.direction;
      placed.push({
        glyph: item,
        left,
        right: left + width * scale,
        bottom: base - font.descent * em,
        top: base + font.ascent * em,
        base,
        toPage,
      });
      offset += width + spacing * (font.type3 ? 1 : this.direction);
    }
    if (font.vertical) this.y -= offset;
    else this.x += offset * scale;
    return placed;
  }
}

function isFontGlyph(item: unknown): item is FontGlyph {
  return (
    typeof item === 'object' &&
    item !== null &&
    'unicode' in item &&
    typeof item.unicode === 'string' &&
    'width' in item &&
    typeof item.width === 'number'
  );
}
