import { type Box, FaultlineError } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import { around } from '../model/box-of.ts';
import type { DrawingElement } from '../model/drawing.ts';
import { type DrawingFormat, readDrawing } from '../read-drawing.ts';

/** Which sheet of which drawing; plain data, since it is read in another process. */
export interface SheetRequest {
  readonly path: string;
  readonly format: DrawingFormat;
  readonly limits: Pick<ReadLimits, 'maxElements' | 'maxDepth'>;
  /** Its name, or its place among the sheets, from 1. */
  readonly sheet: string | number;
}

interface ReadSheet {
  readonly name: string;
  /** What is drawn of it. */
  readonly elements: readonly DrawingElement[];
  /** Around all that is drawn, in units of the sheet. */
  readonly frame: Box;
}

/** A sheet as it is to be drawn. @throws FaultlineError `no-page-image` where the drawing has no such sheet or nothing is drawn on it. */
export async function readSheet({ path, format, limits, sheet: wanted }: SheetRequest): Promise<ReadSheet> {
  const { sheets } = await readDrawing(path, format, limits);
  const sheet = typeof wanted === 'number' ? sheets[wanted - 1] : sheets.find(({ name }) => name === wanted);
  const elements = sheet?.elements.filter(({ isHidden }) => !isHidden) ?? [];
  const frame = around(elements.filter((element) => element.kind !== 'text' || element.form !== 'stated'));
  if (sheet === undefined || frame === undefined) {
    throw new FaultlineError('no-page-image', `The drawing has ${sheets.length} sheets, and none of them is “${wanted}”.`);
  }
  return { name: sheet.name, elements, frame };
}
