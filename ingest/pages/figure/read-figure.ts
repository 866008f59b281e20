import { type Box, failed, ok, type Result } from '../../../kernel/index.ts';
import type { Figure, Glyph, LeftOut, PageContent, ReadFigure } from '../../layout/glyph.ts';
import { pageElements } from '../../layout/page-elements.ts';
import { piecesOf } from '../../layout/pieces.ts';
import { rowsOf, rowText } from '../../layout/rows.ts';
import { recognisePage } from '../../ocr/recognise-page.ts';
import type { TextRecogniser } from '../../ocr/text-recogniser.ts';
import type { ParserInput } from '../../parser/document-parser.ts';
import { StyleFinder } from '../pdf/page-style.ts';
import { countRecognised } from '../scan/count-recognised.ts';
import type { PageRaster } from '../scan/page-source.ts';
import { scanContent } from '../scan/scan-content.ts';
import { PageFolder } from '../segment/page-folder.ts';
import { EMPTY_STATE } from '../segment/page-state.ts';
import { partCallouts } from './part-callouts.ts';

type Means = Pick<ParserInput, 'grammar' | 'limits' | 'versionId'> & { readonly recogniser: TextRecogniser };

/**
 * What stands in a picture on a page, as a page of its own at its place on that page: it opens no section and counts no steps, since what
 * is around it is the document's. `raster`: the picture as the page shows it. A fault where it cannot be recognised.
 */
export async function readFigure(
  { page, height }: Pick<PageContent, 'page' | 'height'>,
  { box }: Pick<Figure, 'box'>,
  { raster, dpi }: PageRaster,
  { recogniser, grammar, limits, versionId }: Means,
): Promise<Result<ReadFigure, 'unreadable'>> {
  const read = await recognisePage(recogniser, { raster, dpi, milliseconds: limits.recognitionMilliseconds }, 'upright');
  if (!read.ok) return failed('unreadable');
  const { engine } = recogniser;
  const content = onPage({ ...scanContent(page, read.value, grammar), height }, box);
  const elements = pageElements(content, () => new Map());
  const { said, callouts } = partCallouts(elements.elements);
  const styles = new StyleFinder();
  styles.add(content, rowsOf(piecesOf(content.glyphs)));
  const folder = new PageFolder(versionId, styles.find(), EMPTY_STATE);
  folder.count(() => ({ recognised: countRecognised(undefined, content, engine) }));
  folder.addPage(page, { elements: said, leftOut: [] }, []);
  folder.finish();
  const leftOut = [
    ...elements.leftOut,
    ...callouts.map(({ row }): LeftOut => {
      const glyphs = row.pieces.flatMap((piece) => piece.glyphs);
      return {
        text: rowText(row),
        boxes: glyphs.map(({ shown, ...own }) => plain(shown ?? own)),
        reason: 'picture-label',
      };
    }),
  ];
  const { passages } = folder.take();
  return ok({ box, passages, leftOut, glyphs: content.glyphs, engine });
}

/** What was read of a picture whose top left corner stands at that of `box`, as it stands on the page. */
function onPage(content: PageContent, { x0: across, y0: down }: Box): PageContent {
  const moved = <Placed extends Box>(placed: Placed): Placed => ({
    ...placed,
    ...{ x0: placed.x0 + across, x1: placed.x1 + across, y0: placed.y0 + down, y1: placed.y1 + down },
  });
  const glyph = (one: Glyph): Glyph => ({
    ...moved(one),
    baseline: one.baseline + down,
    ...(one.shown === undefined ? {} : { shown: moved(one.shown) }),
  });
  return {
    ...content,
    glyphs: content.glyphs.map(glyph),
    level: content.level.map(({ at, from, to }) => ({ at: at + down, from: from + across, to: to + across })),
    upright: content.upright.map(({ at, from, to }) => ({ at: at + across, from: from + down, to: to + down })),
  };
}

function plain({ x0, y0, x1, y1 }: Box): Box {
  return { x0, y0, x1, y1 };
}
