import type { DocumentParser } from '../parser/document-parser.ts';
import { createDrawingParser } from './create-drawing-parser.ts';
import { readDxf } from './dxf/read-dxf.ts';

/** DXF of any version, in the form of lines or the binary one: one sheet a layout. */
export const dxfParser: DocumentParser = createDrawingParser('dxf', '7', async ({ path, limits }) => {
  const { drawing, incomplete } = await readDxf(path, limits);
  if (incomplete === undefined) return { drawing };
  const outcome = incomplete.kind === 'limit' ? ('limit-exceeded' as const) : ('partial' as const);
  return { drawing, fault: { outcome, reason: incomplete.reason } };
});
