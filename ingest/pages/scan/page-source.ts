import type { Box, Result } from '../../../kernel/index.ts';
import type { PageContent } from '../../layout/glyph.ts';
import type { GreyRaster } from '../../ocr/grey-raster.ts';

/** One entry of the document's outline, in reading order; `depth` from 1, `page` from 1. */
export interface OutlineEntry {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

/** A page as a picture, 72 times its pixels over `dpi` being its size in points. */
export interface PageRaster {
  readonly raster: GreyRaster;
  readonly dpi: number;
}

/** Why a file gives no pages. */
export type PageFault = 'encrypted' | 'damaged' | 'limit-exceeded';

/** An open document that is made of pages. Close it, or its memory stays taken. */
export interface PageSource {
  readonly pages: number;
  /** Title from the file's properties, as it stands there. */
  readonly title: string | undefined;
  /** What its metadata hold under `AIGC`, each with the key before it; absent where the format has no such metadata. */
  readonly labels?: readonly string[];
  /** @throws FaultlineError parse-failed for a page whose description cannot be run. */
  readPage(page: number): Promise<PageContent>;
  /** The page in grey, as large as recognising it asks for; a fault for one that cannot be drawn. */
  rasterOf(page: number): Promise<Result<PageRaster, 'unreadable'>>;
  /** The page in grey with what it has of small print, as a sheet of a drawing asks for; a fault for one that cannot be drawn. */
  sheetRasterOf(page: number): Promise<Result<PageRaster, 'unreadable'>>;
  /** A part of a page in grey, the box in points, at about so many pixels an inch; absent where pages are pictures as a whole. */
  readonly figureRasterOf?: (page: number, box: Box, dpi: number) => Promise<Result<PageRaster, 'unreadable'>>;
  outline(): Promise<readonly OutlineEntry[]>;
  close(): Promise<void>;
}
