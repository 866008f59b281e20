import { FaultlineError } from '../../../kernel/index.ts';
import type { PicturePage } from '../../raster/open-picture.ts';
import { pictureRaster, sheetRaster } from '../../raster/picture-raster.ts';
import type { PageSource } from '../scan/page-source.ts';

/** The pages of a picture file as pages of a document: each is a picture and nothing else. */
export function pictureSource(pages: readonly PicturePage[]): PageSource {
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
