import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../kernel/index.ts';

/** Words that a PDF sets in one go, and the height of their letters on their line, in points from the upper left corner of the page. */
export interface PlacedWords {
  readonly text: string;
  readonly box: Box;
}

/** A page of a PDF with all words on it; width and height in points. */
export interface PageWords {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWords[];
}

/** Of the size of a face the part that capital letters stand above their line. */
const LETTER = 0.7;

/**
 * Where the words of a page really stand: by the operators of the file alone, with none of the code that reads documents.
 * @param page counted from 1; its text has to run from left to right, unturned.
 */
export async function wordsOfPage(pdf: Uint8Array, page: number): Promise<PageWords> {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS });
  try {
    const opened = await (await task.promise).getPage(page);
    const { width, height } = opened.getViewport({ scale: 1 });
    const { items } = await opened.getTextContent();
    const words = items.flatMap((item): PlacedWords[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, x = 0, baseline = 0] = item.transform as readonly number[];
      const line = height - baseline;
      return [{ text: item.str, box: { x0: x, y0: line - LETTER * size, x1: x + item.width, y1: line } }];
    });
    return { width, height, words };
  } finally {
    await task.destroy();
  }
}
