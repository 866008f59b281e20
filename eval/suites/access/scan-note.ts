import type { Random } from '../../../datasets/index.ts';
import { drawPage } from '../../accuracy/recognition/pages/draw-page.ts';
import { scanPage } from '../../accuracy/recognition/pages/scan-page.ts';
import type { PlantFile } from './draw-sheets.ts';

const DPI = 200;

/** Paragraphs on a page as a scanner gives it, somewhat askew, so that they have to be recognised. */
export async function scanNote(random: Random, name: string, paragraphs: readonly string[]): Promise<PlantFile> {
  const page = drawPage(
    random,
    paragraphs.map((text) => ({ kind: 'paragraph', text })),
    DPI,
  );
  const { bytes } = await scanPage(random, page, { degraded: false, quarters: 0, skew: random.integer(-5, 5) / 10 });
  return { name, text: bytes };
}
