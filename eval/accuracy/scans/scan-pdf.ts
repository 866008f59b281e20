import { type Random, scanPicture, writePicturePdf } from '../../../datasets/index.ts';
import { renderPage, viewPage } from '../../../ingest/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';

const POINTS_AN_INCH = 72;
/** Degrees that a page lies askew at most. */
const MOST_SKEW = 0.5;

export interface ScanOptions {
  /** Pixels an inch, 72 to 288. */
  readonly dpi: number;
  /** Blurred, grey and noisy instead of clean. */
  readonly degraded: boolean;
}

/** The pages of a PDF as a scanner gives them: pictures without a text, each a little askew by chance. */
export async function scanPdf(path: string, random: Random, { dpi, degraded }: ScanOptions): Promise<Buffer> {
  const pages = [];
  for (let page = 1; ; page += 1) {
    const view = await viewOf(path, page);
    if (view === undefined) return writePicturePdf(pages);
    const png = await renderPage({ path, page, boxes: [], scale: dpi / POINTS_AN_INCH });
    const skew = (random.next() * 2 - 1) * MOST_SKEW;
    const picture = await scanPicture(random, Buffer.from(png), dpi, { degraded, quarters: 0, skew });
    pages.push({ picture, width: view.width, height: view.height });
  }
}

/** Size of a page in points; undefined behind the last one. */
async function viewOf(path: string, page: number): Promise<{ readonly width: number; readonly height: number } | undefined> {
  try {
    const { window } = await viewPage({ path, page });
    return { width: window.x1 - window.x0, height: window.y1 - window.y0 };
  } catch (error) {
    if (page > 1 && error instanceof FaultlineError && error.code === 'no-page-image') return undefined;
    throw error;
  }
}
