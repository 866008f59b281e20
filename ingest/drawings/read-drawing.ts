import { assertNever, type Format } from '../../kernel/index.ts';
import type { ReadLimits } from '../parser/document-parser.ts';
import type { Drawing } from './model/drawing.ts';

/** Formats whose documents are sheets of drawings. */
const DRAWING_FORMATS = ['dxf', 'dexpi', 'svg'] as const satisfies readonly Format[];
export type DrawingFormat = (typeof DRAWING_FORMATS)[number];

export function isDrawingFormat(format: Format | undefined): format is DrawingFormat {
  return DRAWING_FORMATS.some((one) => one === format);
}

/**
 * Reads a drawing of any format as far as it goes.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readDrawing(
  path: string,
  format: DrawingFormat,
  limits: Pick<ReadLimits, 'maxElements' | 'maxDepth'>,
): Promise<Drawing> {
  switch (format) {
    case 'dxf':
      return (await (await import('./dxf/read-dxf.ts')).readDxf(path, limits)).drawing;
    case 'dexpi':
      return (await (await import('./dexpi/read-dexpi.ts')).readDexpi(path, limits)).drawing;
    case 'svg':
      return (await (await import('./svg/read-svg.ts')).readSvg(path, limits)).drawing;
    default:
      return assertNever(format);
  }
}
