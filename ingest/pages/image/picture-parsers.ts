import { ok, type Result } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import { openPicture, type PictureFormat } from '../../raster/open-picture.ts';
import { createPageParser } from '../pdf/page-parser.ts';
import type { PageFault, PageSource } from '../scan/page-source.ts';
import { pictureSource } from './picture-source.ts';

export const pngParser = createPageParser('png', openAs('png'));
export const jpegParser = createPageParser('jpeg', openAs('jpeg'));
export const tiffParser = createPageParser('tiff', openAs('tiff'));

function openAs(format: PictureFormat): (path: string, limits: ReadLimits) => Promise<Result<PageSource, PageFault>> {
  return async (path, limits) => {
    const opened = await openPicture(path, format, limits);
    return opened.ok ? ok(pictureSource(opened.value)) : opened;
  };
}
