import { FaultlineError, failed, ok, type Result } from '../../../kernel/index.ts';
import { toGrey } from '../../ocr/grey-raster.ts';
import { lineHeight } from '../../ocr/line-height.ts';
import { scaleRaster } from '../../ocr/scale-raster.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import { createPageParser } from '../pdf/page-parser.ts';
import type { PageFault, PageRaster, PageSource } from '../scan/page-source.ts';
import { openPicture, type PictureFormat, type PicturePage } from './open-picture.ts';

/** Pictures are recognised at about the resolution of a good scan: small ones are enlarged, large ones made smaller. */
const READ_DPI = 300;
const MOST_PIXELS = 12_000_000;
/** More is only blurred. */
const MOST_ENLARGED = 3;
const LEAST_SHRUNK = 0.25;
/** Height in pixels of the ink of lines that engines read best: print of 10 points at that resolution. */
const READ_HEIGHT = 38;

export const pngParser = createPageParser('png', openAs('png'));
export const jpegParser = createPageParser('jpeg', openAs('jpeg'));
export const tiffParser = createPageParser('tiff', openAs('tiff'));

function openAs(format: PictureFormat): (path: string, limits: ReadLimits) => Promise<Result<PageSource, PageFault>> {
  return async (path, limits) => {
    const opened = await openPicture(path, format, limits);
    return opened.ok ? ok(makeSource(opened.value)) : opened;
  };
}

function makeSource(pages: readonly PicturePage[]): PageSource {
  const pageAt = (number: number): PicturePage => {
    const page = pages[number - 1];
    if (page === undefined) throw new FaultlineError('parse-failed', `The picture has no page ${number}.`);
    return page;
  };
  return {
    pages: pages.length,
    title: undefined,
    async readPage(number) {
      const { width, height, dpi } = pageAt(number);
      const nothing = { glyphs: [], level: [], upright: [], fills: [], marks: [], signs: [], leftOut: [], unmapped: 0 };
      return { page: number, width: (width * 72) / dpi, height: (height * 72) / dpi, imageShare: 1, ...nothing };
    },
    async rasterOf(number) {
      return rasterOf(pageAt(number));
    },
    outline: async () => [],
    close: async () => undefined,
  };
}

async function rasterOf(page: PicturePage): Promise<Result<PageRaster, 'unreadable'>> {
  try {
    const { width, height, rgba } = await page.decode();
    const grey = toGrey(rgba, width, height);
    const printed = page.isMeasured ? undefined : lineHeight(grey);
    const wished = Math.min(MOST_ENLARGED, printed === undefined ? READ_DPI / page.dpi : Math.max(LEAST_SHRUNK, READ_HEIGHT / printed));
    const factor = Math.min(wished > 1.25 || wished < 0.8 ? wished : 1, Math.sqrt(MOST_PIXELS / (width * height)));
    return ok({ raster: scaleRaster(grey, factor), dpi: page.dpi * factor });
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'parse-failed') return failed('unreadable');
    throw error;
  }
}
