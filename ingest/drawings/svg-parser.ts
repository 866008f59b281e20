import type { DocumentParser } from '../parser/document-parser.ts';
import { createDrawingParser } from './create-drawing-parser.ts';
import { readSvg } from './svg/read-svg.ts';

/** SVG as drawing programs write it: one sheet, of which nothing outside the file is a part. */
export const svgParser: DocumentParser = createDrawingParser('svg', '5', ({ path, limits }) => readSvg(path, limits));
