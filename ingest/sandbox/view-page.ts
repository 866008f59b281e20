import { FaultlineError } from '../../kernel/index.ts';
import type { SheetView } from '../drawings/draw/view-sheet.ts';
import { openDocument } from '../pages/pdf/open-pdf.ts';

/** Which page of which PDF; plain data, since it is read in another process. */
export interface ViewPageRequest {
  readonly path: string;
  /** From 1. */
  readonly page: number;
}

/**
 * Where on a page its picture lies: all of it, in points, from the top left.
 * @throws FaultlineError no-page-image when the file cannot be opened or has no such page.
 */
export async function viewPage({ path, page: number }: ViewPageRequest): Promise<SheetView> {
  const opened = await openDocument(path);
  if (!opened.ok) throw new FaultlineError('no-page-image', 'The PDF cannot be opened, so none of its pages can be drawn.');
  const document = opened.value;
  try {
    if (!Number.isInteger(number) || number < 1 || number > document.numPages)
      throw new FaultlineError('no-page-image', `The PDF has ${document.numPages} pages; there is no page ${number}.`);
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    return { name: String(number), window: { x0: 0, y0: 0, x1: width, y1: height } };
  } finally {
    await document.loadingTask.destroy();
  }
}
