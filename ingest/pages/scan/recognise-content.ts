import { type Box, failed, ok, type Result } from '../../../kernel/index.ts';
import type { LeftOut, PageContent } from '../../layout/glyph.ts';
import { piecesOf } from '../../layout/pieces.ts';
import { rowsOf, rowText } from '../../layout/rows.ts';
import { collectGarbage } from '../../ocr/collect-garbage.ts';
import { recognisePage } from '../../ocr/recognise-page.ts';
import type { ParserInput } from '../../parser/document-parser.ts';
import { recogniseSheet } from '../../traced/recognise-sheet.ts';
import type { PageRaster, PageSource } from './page-source.ts';
import { scanContent } from './scan-content.ts';
import { sheetGlyphs } from './sheet-glyphs.ts';
import type { UsualPrint } from './usual-print.ts';

/** What was recognised on a page, laid out by how the pages before are printed, where that is known. */
export type RecognisedContent = (usual?: UsualPrint) => PageContent;

/** A page of which a reader of text got nothing, as recognised from its picture; a fault where that could not be done. */
export async function recogniseContent(
  source: Pick<PageSource, 'rasterOf' | 'sheetRasterOf'>,
  drawn: PageContent,
  { recogniser, grammar, limits, onRecognising }: Pick<ParserInput, 'recogniser' | 'grammar' | 'limits' | 'onRecognising'>,
): Promise<Result<RecognisedContent, 'unreadable'>> {
  if (recogniser === undefined) return failed('unreadable');
  const picture = await source.sheetRasterOf(drawn.page);
  if (!picture.ok) return picture;
  // What could be drawn alone is given the time to be recognised: a picture that is unpacked without an end gets none.
  onRecognising?.();
  const sheet = await sheetContent(picture.value, drawn, { recogniser, grammar, limits });
  if (!sheet.ok) return sheet;
  const { value } = sheet;
  return value === undefined ? recogniseText(source, drawn, { recogniser, grammar, limits }) : ok(() => value);
}

/** The text of a picture, whether it is a drawing or not; a fault where it cannot be drawn or recognised. */
export async function recogniseText(
  source: Pick<PageSource, 'rasterOf'>,
  drawn: PageContent,
  { recogniser, grammar, limits }: Means,
  onDrawn?: () => void,
): Promise<Result<RecognisedContent, 'unreadable'>> {
  const drawing = await source.rasterOf(drawn.page);
  if (!drawing.ok) return drawing;
  onDrawn?.();
  collectGarbage();
  const read = await recognisePage(recogniser, { ...drawing.value, milliseconds: limits.recognitionMilliseconds });
  if (!read.ok) return failed('unreadable');
  const { engine } = recogniser;
  const leftOut = [...drawn.leftOut, ...replaced(drawn)];
  const recognised = { engine, shown: (box: Box) => read.value.shown(box) };
  return ok((usual) => ({ ...scanContent(drawn.page, read.value, grammar, usual), leftOut, recognised }));
}

type Means = Required<Pick<ParserInput, 'recogniser' | 'grammar' | 'limits'>>;

/** The page as a sheet of a drawing; undefined of a page that is none. */
async function sheetContent(
  picture: PageRaster,
  drawn: PageContent,
  { recogniser, grammar, limits }: Means,
): Promise<Result<PageContent | undefined, 'unreadable'>> {
  const ofRows = recogniser.ofRows ?? recogniser;
  const request = { ...picture, recogniser: ofRows, grammar, milliseconds: limits.recognitionMilliseconds };
  const read = await recogniseSheet({ name: String(drawn.page), ...request });
  if (!read.ok) return failed('unreadable');
  const sheet = read.value;
  if (sheet === undefined) return ok(undefined);
  return ok({
    ...drawn,
    glyphs: sheetGlyphs(sheet),
    leftOut: [...drawn.leftOut, ...replaced(drawn)],
    sheet,
    recognised: { engine: ofRows.engine, shown: (box) => box },
  });
}

/** What characters the page has are in its picture too, and are read there. */
function replaced({ glyphs }: PageContent): LeftOut[] {
  return rowsOf(piecesOf(glyphs)).map((row) => ({
    text: rowText(row),
    boxes: row.pieces.map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 })),
    reason: 'hidden-layer',
  }));
}
