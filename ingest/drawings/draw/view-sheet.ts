import type { Box } from '../../../kernel/index.ts';
import { readSheet, type SheetRequest } from './read-sheet.ts';
import { viewOf } from './view-of.ts';

/** How the picture of a sheet without marks lies on the sheet. */
export interface SheetView {
  /** Name of the sheet, as anchors give it (`layout`). */
  readonly name: string;
  /** What the picture shows, in units of the sheet, y upwards. */
  readonly window: Box;
}

/** Where on the sheet the picture lies that `drawSheet` draws of it when nothing is marked. @throws FaultlineError `no-page-image`. */
export async function viewSheet(request: SheetRequest): Promise<SheetView> {
  const { name, frame } = await readSheet(request);
  return { name, window: viewOf(frame, []).window };
}
