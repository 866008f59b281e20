import type { Figure, ReadFigure } from '../../layout/glyph.ts';
import { isWhite, type PageContent } from '../../layout/glyph.ts';
import { collectGarbage } from '../../ocr/collect-garbage.ts';
import type { ParserInput } from '../../parser/document-parser.ts';
import { countRecognised } from '../scan/count-recognised.ts';
import type { PageSource } from '../scan/page-source.ts';
import { countUnreadFigure, type FigureCounts } from './figure-counts.ts';
import { readFigure } from './read-figure.ts';
import { showsWords } from './shows-words.ts';
import { withoutPrint } from './without-print.ts';

/** Pictures of one document in which lines are looked for, and lines that are read in them: some minutes of work each. */
const MOST_LOOKED = 1_000;
const MOST_LINES = 4_000;

/** Lines are looked for in a picture whose longer side has so many pixels: enough to tell whether it shows words. */
const LOOK_PIXELS = 640;
/** Pixels an inch that a picture is read at: what it has itself, within what engines read well; more of a large one takes long and gains little. */
const DPI = { least: 250, most: 400 } as const;
const MOST_PIXELS = 4_000_000;

type Means = Pick<ParserInput, 'recogniser' | 'grammar' | 'limits' | 'versionId' | 'onRecognising'>;

/**
 * Reads pictures of a page that show words, one after the other, within what a document may take: the bounds are counts, so that the same
 * is read on every machine. What is not read is counted.
 */
export async function readFigures(
  source: Pick<PageSource, 'figureRasterOf'>,
  content: PageContent,
  figures: readonly Figure[],
  before: FigureCounts,
  input: Means,
): Promise<{ readonly read: readonly ReadFigure[]; readonly counts: FigureCounts }> {
  const { page, glyphs } = content;
  const { recogniser, limits } = input;
  const read: ReadFigure[] = [];
  let counts = before;
  const miss = (why: Parameters<typeof countUnreadFigure>[1]) => {
    counts = countUnreadFigure(counts, why, page);
  };
  const printed = glyphs.filter(({ text }) => !isWhite(text));
  for (const figure of figures) {
    if (figure.isFaulty) miss('damaged');
    else if (recogniser?.findLines === undefined || source.figureRasterOf === undefined) miss('not recognised');
    else if (counts.looked >= MOST_LOOKED || limits.maxRecognisedPages === 0) miss('beyond the number that is read');
    else {
      counts = { ...counts, looked: counts.looked + 1 };
      const drawn = await source.figureRasterOf(page, figure.box, dpiOf(figure));
      if (!drawn.ok) {
        miss('damaged');
        continue;
      }
      const raster = withoutPrint(drawn.value.raster, drawn.value.dpi, figure.box, printed);
      const found = await recogniser.findLines(raster, LOOK_PIXELS);
      if (!found.ok) miss('not recognised');
      else if (!showsWords(found.value)) continue;
      else if (counts.lines + found.value.length > MOST_LINES || isSpent(counts, limits)) miss('beyond the number that is read');
      else {
        // What could be drawn and shows words alone is given the time to be recognised.
        input.onRecognising?.();
        collectGarbage();
        const one = await readFigure(content, figure, { raster, dpi: drawn.value.dpi }, { ...input, recogniser });
        if (one.ok) read.push(one.value);
        else miss('not recognised');
        counts = { ...counts, lines: counts.lines + found.value.length };
      }
    }
  }
  return { read, counts: withRecognised(counts, content, read) };
}

/** Whether as many pages had pictures read as may be recognised. */
function isSpent({ recognised }: FigureCounts, { maxRecognisedPages }: Means['limits']): boolean {
  return (recognised?.pages ?? 0) >= maxRecognisedPages;
}

function dpiOf({ box, dpi }: Figure): number {
  const inches = ((box.x1 - box.x0) * (box.y1 - box.y0)) / 72 ** 2;
  return Math.min(DPI.most, Math.max(DPI.least, dpi), Math.sqrt(MOST_PIXELS / inches));
}

function withRecognised(counts: FigureCounts, content: PageContent, read: readonly ReadFigure[]): FigureCounts {
  const engine = read[0]?.engine;
  if (engine === undefined) return counts;
  const recognised = countRecognised(counts.recognised, { ...content, glyphs: read.flatMap(({ glyphs }) => glyphs) }, engine);
  return { ...counts, recognised };
}
