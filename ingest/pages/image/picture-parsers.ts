import { FaultlineError, ok, type Result } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import { openPicture, type PictureFormat, type PicturePage } from '../../raster/open-picture.ts';
import { pictureRaster, sheetRaster } from '../../raster/picture-raster.ts';
import { createPageParser } from '../pdf/page-parser.ts';
import type { PageFault, PageSource } from '../scan/page-source.ts';

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
      return pictureRaster(pageAt(number));
    },
    async sheetRasterOf(number) {
      return sheetRaster(pageAt(number));
    },
    outline: async () => [],
    close: async () => undefined,
  };
}
