import { failed, ok } from '../../kernel/index.ts';
import { findNativeTesseract } from './native-tesseract.ts';
import { openPpOcr } from './pp-ocr/pp-ocr-recogniser.ts';
import { openTesseract } from './tesseract-recogniser.ts';
import type { TextRecogniser } from './text-recogniser.ts';

/** A recogniser of which is known only when it is asked which engine it is; `ready` finds it out before. */
export type ChosenRecogniser = TextRecogniser & { ready(): Promise<void> };

/**
 * The recogniser that this machine can run: PP-OCR, which errs less and reads photos and screens too; where the runtime of models is not
 * made for the machine tesseract, the program that is installed before the one that comes along, which is slower. The latter reads rows of
 * print of a few pixels everywhere, of which it takes fewer digits for others.
 */
export function openRecogniser(): ChosenRecogniser {
  const wanted = openPpOcr();
  const ofRows = openTesseract();
  let chosen: TextRecogniser = wanted;
  let choosing: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    choosing ??= wanted.runs().then(async (runs) => {
      if (!runs) chosen = (await findNativeTesseract()) ?? ofRows;
    });
    return choosing;
  };
  return {
    get engine() {
      return chosen.engine;
    },
    get doubted() {
      return chosen.doubted;
    },
    get least() {
      return chosen.least;
    },
    get needsEvenLight() {
      return chosen.needsEvenLight;
    },
    ofRows,
    ready,
    async recognise(request) {
      await ready();
      return chosen.recognise(request);
    },
    async findLines(raster, mostPixels) {
      await ready();
      return chosen.findLines?.(raster, mostPixels) ?? failed('engine-failed');
    },
    async readLines(request, boxes) {
      await ready();
      return chosen.readLines?.(request, boxes) ?? ok([]);
    },
    async close() {
      await Promise.all([wanted.close(), chosen.close(), ofRows.close()]);
    },
  };
}
