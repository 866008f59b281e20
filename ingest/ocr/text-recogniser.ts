import type { Box, Result } from '../../kernel/index.ts';
import type { GreyRaster } from './grey-raster.ts';

/** One character as recognised; the box in pixels of the raster, where the engine tells it, else its part of the word's. */
export interface RecognisedSymbol {
  readonly text: string;
  /** What the engine said, where that was repaired. */
  readonly recognised?: string;
  readonly box: Box;
  /** How wide its strokes are on average, in pixels of the raster, where that was measured. */
  readonly stroke?: number;
}

/** What the engine takes for one word: of Chinese, some characters. */
export interface RecognisedWord {
  readonly symbols: readonly RecognisedSymbol[];
  readonly box: Box;
  /** From 0 to 1, as the engine gives it. */
  readonly confidence: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  readonly box: Box;
  /** Where its letters stand, in pixels from the top. */
  readonly baseline: number;
}

/** How a page was given up. */
export type RecognitionFault = 'out-of-time' | 'engine-failed';

/** What an engine needs to know of a raster besides its pixels. */
export interface RecognitionRequest {
  readonly raster: GreyRaster;
  /** Pixels an inch, 50 to 1,200. */
  readonly dpi: number;
  /** After which the page is given up. */
  readonly milliseconds: number;
  /**
   * How text stands on it: in columns and paragraphs, as is taken where nothing is said; here and there, as on panels and plates; or in
   * one column of lines of one size.
   */
  readonly layout?: 'page' | 'scattered' | 'column';
  /** Whether Chinese may stand on it, as is taken where nothing is said. Latin letters and digits alone are told apart more surely. */
  readonly script?: 'any' | 'latin';
}

/** Recognises printed text, Chinese and English, in a level raster. Equal rasters give equal lines. */
export interface TextRecogniser {
  /** Program, version and trained data, for whoever weighs what it recognised. */
  readonly engine: string;
  /** Mean confidence, from 0 to 1, below which what it reads of a page may be upside down. */
  readonly doubted: number;
  /** Mean confidence, from 0 to 1, below which a line that it reads is a pattern and no text. */
  readonly least: number;
  /** Whether it reads dark print on an even light ground without ruled lines alone, so that what else it is given has to be made like it. */
  readonly needsEvenLight: boolean;
  /** Another engine, where there is one that reads single rows of small print more surely, as those of drawings are. */
  readonly ofRows?: TextRecogniser;
  /** Lines in the order in which the engine reads them; none for a raster without text. Nothing is thrown over a raster. */
  recognise(request: RecognitionRequest): Promise<Result<readonly RecognisedLine[], RecognitionFault>>;
  /**
   * Where lines of text seem to stand, in pixels of the raster, without reading them: of one that was made so small that its longer side has
   * at most `mostPixels`. Absent where the engine cannot tell without reading.
   */
  readonly findLines?: (raster: GreyRaster, mostPixels: number) => Promise<Result<readonly Box[], 'engine-failed'>>;
  /**
   * Reads lines where they are known to stand, in pixels of the raster, without looking for others; boxes in which it reads nothing give no
   * line. Absent where the engine cannot.
   */
  readonly readLines?: (request: RecognitionRequest, boxes: readonly Box[]) => Promise<Result<readonly RecognisedLine[], RecognitionFault>>;
  /** Frees what it holds; it may be used again afterwards. */
  close(): Promise<void>;
}
