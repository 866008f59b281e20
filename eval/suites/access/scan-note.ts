import { drawPage, type Random, scanPage } from '../../../datasets/index.ts';
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
