import { FaultlineError, failed, ok, type Result } from '../../kernel/index.ts';
import { type GreyRaster, toGrey } from '../ocr/grey-raster.ts';
import { lineHeight } from '../ocr/line-height.ts';
import { scaleRaster } from '../ocr/scale-raster.ts';
import type { PicturePage } from './open-picture.ts';

/** Pictures are recognised at about the resolution of a good scan: small ones are enlarged, large ones made smaller. */
const READ_DPI = 300;
const MOST_PIXELS = 12_000_000;
/** More is only blurred. */
const MOST_ENLARGED = 3;
const LEAST_SHRUNK = 0.25;
/** What is no text in a photo makes its lines seem larger or smaller: the longer side stays between these, in pixels, where it can. */
const SIDE = { least: 1_600, most: 2_200 } as const;
/** Height in pixels of the ink of lines that engines read best: print of 10 points at that resolution. */
const READ_HEIGHT = 38;

/**
 * The picture in grey, as large as recognising its lines asks for; a fault for data that make no sense. `prepare` changes it before the
 * size of its lines is looked at.
 */
export async function pictureRaster(
  page: PicturePage,
  prepare: (grey: GreyRaster) => GreyRaster = (grey) => grey,
): Promise<Result<{ readonly raster: GreyRaster; readonly dpi: number }, 'unreadable'>> {
  try {
    const { width, height, rgba } = await page.decode();
    const grey = prepare(toGrey(rgba, width, height));
    const printed = page.isMeasured ? undefined : lineHeight(grey);
    const wished = Math.min(MOST_ENLARGED, printed === undefined ? READ_DPI / page.dpi : Math.max(LEAST_SHRUNK, READ_HEIGHT / printed));
    const longest = Math.max(width, height);
    const bounded = page.isMeasured
      ? wished
      : Math.min(Math.max(wished, Math.min(1, SIDE.least / longest)), Math.max(1, SIDE.most / longest));
    const factor = Math.min(bounded > 1.25 || bounded < 0.8 ? bounded : 1, Math.sqrt(MOST_PIXELS / (width * height)));
    return ok({ raster: scaleRaster(grey, factor), dpi: page.dpi * factor });
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'parse-failed') return failed('unreadable');
    throw error;
  }
}

/** A sheet of a drawing is read with what it has of lines and small print, up to so many pixels. */
const MOST_OF_SHEET = 36_000_000;

/** The picture in grey as it is, made smaller only where it is larger than a sheet needs to be; a fault for data that make no sense. */
export async function sheetRaster(page: PicturePage): Promise<Result<{ readonly raster: GreyRaster; readonly dpi: number }, 'unreadable'>> {
  try {
    const { width, height, rgba } = await page.decode();
    const factor = Math.min(1, Math.sqrt(MOST_OF_SHEET / (width * height)));
    return ok({ raster: scaleRaster(toGrey(rgba, width, height), factor), dpi: page.dpi * factor });
  } catch (error) {
    if (error instanceof FaultlineError && error.code === 'parse-failed') return failed('unreadable');
    throw error;
  }
}
