import pptxgen from 'pptxgenjs';

export interface SlideDraft {
  /** Fills the place that the layout keeps for a title. */
  readonly title?: string;
  readonly isHidden?: boolean;
  /** Text boxes below each other, unless they say where they stand. */
  readonly texts?: readonly TextDraft[];
  readonly table?: readonly (readonly (string | CellDraft)[])[];
  /** As PNG. */
  readonly pictures?: readonly { readonly png: Buffer; readonly alt?: string; readonly at: PlaceDraft }[];
  readonly notes?: string;
}

/** Inches from the top left. */
interface PlaceDraft {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface TextDraft {
  readonly paragraphs: readonly ParagraphDraft[];
  readonly at?: PlaceDraft;
}

interface ParagraphDraft {
  readonly text: string;
  readonly bullet?: boolean;
  readonly number?: boolean;
  readonly level?: number;
  readonly size?: number;
}

interface CellDraft {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

const LAYOUT = 'Titled';

/** A presentation as a program of the trade writes it, with a document number and a sign (PNG) on each slide that its layout draws. */
export async function writePptx(
  slides: readonly SlideDraft[],
  properties: { readonly title?: string; readonly drawn?: string; readonly sign?: Buffer } = {},
): Promise<Buffer> {
  // Its types name the class `default`, while Node gives the class itself for a CommonJS module.
  const presentation = new (pptxgen as unknown as typeof pptxgen.default)();
  presentation.title = properties.title ?? 'PowerPoint Presentation';
  presentation.defineSlideMaster({
    title: LAYOUT,
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', x: 0.5, y: 0.2, w: 9, h: 0.7 }, text: 'Click to add a title' } },
      ...(properties.drawn === undefined ? [] : [{ text: { text: properties.drawn, options: { x: 0.2, y: 5.2, w: 3, h: 0.3 } } }]),
      ...(properties.sign === undefined ? [] : [{ image: { data: asData(properties.sign), x: 8, y: 0.2, w: 1, h: 0.5 } }]),
    ],
    slideNumber: { x: 9, y: 5.2 },
  });
  for (const { title, isHidden = false, texts = [], table, pictures = [], notes } of slides) {
    const slide = presentation.addSlide(title === undefined ? undefined : { masterName: LAYOUT });
    slide.hidden = isHidden;
    if (title !== undefined) slide.addText(title, { placeholder: 'title' });
    texts.forEach(({ paragraphs, at }, index) => {
      const { x, y, width, height } = at ?? { x: 0.5, y: 1 + index * 1.2, width: 9, height: 1 };
      slide.addText(
        paragraphs.map(({ text, bullet, number, level = 0, size }) => ({
          text,
          options: {
            breakLine: true,
            ...(number === true ? { bullet: { type: 'number' as const } } : bullet === true ? { bullet: true } : {}),
            ...(level === 0 ? {} : { indentLevel: level }),
            ...(size === undefined ? {} : { fontSize: size }),
          },
        })),
        { x, y, w: width, h: height },
      );
    });
    if (table !== undefined) {
      const rows = table.map((row) =>
        row.map((cell) =>
          typeof cell === 'string' ? { text: cell } : { text: cell.text, options: { colspan: cell.columns ?? 1, rowspan: cell.rows ?? 1 } },
        ),
      );
      slide.addTable(rows, { x: 0.5, y: 4, w: 9 });
    }
    for (const { png, alt, at } of pictures) {
      const place = { x: at.x, y: at.y, w: at.width, h: at.height };
      slide.addImage({ data: asData(png), ...place, ...(alt === undefined ? {} : { altText: alt }) });
    }
    if (notes !== undefined) slide.addNotes(notes);
  }
  return Buffer.from((await presentation.write({ outputType: 'nodebuffer' })) as Uint8Array);
}

function asData(png: Buffer): string {
  return `image/png;base64,${png.toString('base64')}`;
}
