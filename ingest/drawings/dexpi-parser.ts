import type { DocumentParser } from '../parser/document-parser.ts';
import { createDrawingParser } from './create-drawing-parser.ts';
import { readDexpi } from './dexpi/read-dexpi.ts';

/** DEXPI: a plant and its drawing as one file says them; its connections are stated. */
export const dexpiParser: DocumentParser = createDrawingParser('dexpi', '3', ({ path, limits }) => readDexpi(path, limits));
