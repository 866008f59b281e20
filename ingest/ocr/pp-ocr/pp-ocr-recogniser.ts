import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Box, failed, ok, type Result } from '../../../kernel/index.ts';
import type { GreyRaster } from '../grey-raster.ts';
import type { RecognisedLine, RecognisedSymbol, RecognisedWord, RecognitionFault, TextRecogniser } from '../text-recogniser.ts';
import { type DecodedSign, decodeLine } from './decode-line.ts';
import { findTextBoxes } from './find-text-boxes.ts';
import { openPictureModel, type PictureModel } from './open-picture-model.ts';
import { finderInput, lineInput } from './picture-inputs.ts';
import { type SignTable, signTable } from './sign-table.ts';

const MODELS = 'pp-ocr-zh-en-v1';
/** Lines are looked for in a picture whose longer side is at most so long: print of a page stays legible to the finder. */
const MOST_PIXELS = 1_600;

interface Models {
  readonly finder: PictureModel;
  readonly reader: PictureModel;
  readonly table: SignTable;
}

/**
 * PP-OCR for Chinese and what is written in Latin letters, which reads what stands here and there on photos, screens and drawings too: a
 * model finds the lines (that of PP-OCRv4, since that of v6 takes cells of a table that stand close for one line), a second one reads them
 * (PP-OCRv6 small). It runs in the calling thread's process and fetches nothing.
 */
export function openPpOcr(): TextRecogniser & { runs(): Promise<boolean> } {
  let opening: Promise<Models> | undefined;
  async function readAt(
    raster: GreyRaster,
    until: number,
    boxesOf: (models: Models) => Promise<readonly Box[]>,
  ): Promise<Result<readonly RecognisedLine[], RecognitionFault>> {
    try {
      opening ??= openModels();
      const models = await opening;
      const lines: RecognisedLine[] = [];
      for (const box of await boxesOf(models)) {
        if (performance.now() > until) return failed('out-of-time');
        const line = await readLine(raster, box, models);
        if (line !== undefined) lines.push(line);
      }
      return ok(lines);
    } catch {
      // The runtime says what went wrong as free text; which page it was is told by who asked.
      return failed('engine-failed');
    }
  }
  return {
    engine: 'PP-OCRv4 finder, PP-OCRv6 small reader',
    doubted: 0.7,
    least: READ / 2,
    needsEvenLight: false,
    /** Whether the runtime and the models are there and run on this machine. */
    async runs() {
      opening ??= openModels();
      return opening.then(
        () => true,
        () => false,
      );
    },
    async recognise({ raster, milliseconds }) {
      const until = performance.now() + milliseconds;
      return readAt(raster, until, ({ finder }) => linesIn(raster, finder, MOST_PIXELS));
    },
    readLines: ({ raster, milliseconds }, boxes) => readAt(raster, performance.now() + milliseconds, async () => boxes),
    async findLines(raster, mostPixels) {
      try {
        opening ??= openModels();
        const { finder } = await opening;
        return ok(await linesIn(raster, finder, mostPixels));
      } catch {
        return failed('engine-failed');
      }
    },
    async close() {
      const opened = opening;
      opening = undefined;
      const models = await opened?.catch(() => undefined);
      await models?.finder.close();
      await models?.reader.close();
    },
  };
}

async function openModels(): Promise<Models> {
  const file = (name: string): string => fileURLToPath(new URL(`../../../models/data/${MODELS}/${name}`, import.meta.url));
  const signs = (await readFile(file('signs.txt'), 'utf8')).split(/\r?\n/u).filter((sign) => sign !== '');
  const [finder, reader] = [await openPictureModel(file('finder.onnx')), await openPictureModel(file('reader.onnx'))];
  return { finder, reader, table: signTable(['', ...signs, ' ']) };
}

async function readLine(raster: GreyRaster, box: Box, { reader, table }: Models): Promise<RecognisedLine | undefined> {
  const input = lineInput(raster, box);
  const { dims, data } = await reader.run(input);
  const [, steps = 0, signs = 0] = dims;
  const filled = steps * input.filled;
  const read = decodeLine({ steps, signs, chances: data }, table).filter(({ step }) => step < filled);
  return lineOf(read, filled, box);
}

async function linesIn(raster: GreyRaster, finder: PictureModel, mostPixels: number): Promise<readonly Box[]> {
  const input = finderInput(raster, mostPixels);
  const found = await finder.run(input);
  const [, , height, width] = input.dims;
  const factor = Math.max(1, Math.max(raster.width, raster.height) / mostPixels);
  return findTextBoxes({ width, height, chances: found.data }).map((place) => within(place, factor, raster));
}

function within(place: Box, factor: number, { width, height }: { readonly width: number; readonly height: number }): Box {
  const [x0, y0] = [place.x0 * factor, place.y0 * factor];
  const [x1, y1] = [Math.min(width, place.x1 * factor), Math.min(height, place.y1 * factor)];
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1, y1 };
}

/** Shares of a box that lie below the letters and above them: boxes are grown well beyond the ink. */
const BELOW = 0.22;
const ABOVE = 0.25;

function lineOf(signs: readonly DecodedSign[], steps: number, box: Box): RecognisedLine | undefined {
  const isPattern = meanChance(signs) < GUESSED;
  const words = wordsOf(signs).map((word) => ({
    ...wordOf(word, signs, steps, box),
    confidence: isPattern ? 0 : Math.max(READ, surenessOf(word)),
  }));
  return words.length === 0 ? undefined : { words, box, baseline: box.y1 - BELOW * (box.y1 - box.y0) };
}

/** Signs between spaces; Chinese ones and others apart. */
function wordsOf(signs: readonly DecodedSign[]): readonly (readonly DecodedSign[])[] {
  const words: DecodedSign[][] = [];
  let before: DecodedSign | undefined;
  for (const sign of signs) {
    if (sign.text.trim() !== '') {
      const word = words.at(-1);
      if (word !== undefined && before !== undefined && before.text.trim() !== '' && isHan(before) === isHan(sign)) word.push(sign);
      else words.push([sign]);
    }
    before = sign;
  }
  return words;
}

/** A sign is read right hardly more often than not where the model gives it less than this. */
const GUESSED = 0.5;
/** The least confidence of a word in a line that is text. */
const READ = 0.02;

function meanChance(signs: readonly DecodedSign[]): number {
  return signs.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, signs.length);
}

/** Digits of units, which are told by how high they stand. */
const POWERS = /(?<=m)[23](?!\d)/gu;

/** How sure a word is, from 0 to 1: one with digits as its weakest sign, since one wrong makes another value; any other as on the whole. */
function surenessOf(word: readonly DecodedSign[]): number {
  const hasDigits = /\d/u.test(
    word
      .map(({ text }) => text)
      .join('')
      .replace(POWERS, ''),
  );
  const chance = hasDigits ? Math.min(...word.map(({ confidence }) => confidence)) : meanChance(word);
  return Math.min(1, Math.max(0, (chance - GUESSED) / (1 - GUESSED)));
}

function isHan({ text }: DecodedSign): boolean {
  return /\p{sc=Han}/u.test(text);
}

/** Each sign reaches half way to its neighbours in the line. */
function wordOf(word: readonly DecodedSign[], line: readonly DecodedSign[], steps: number, box: Box): Omit<RecognisedWord, 'confidence'> {
  const wide = (box.x1 - box.x0) / Math.max(1, steps);
  const high = box.y1 - box.y0;
  const ink = { y0: box.y0 + ABOVE * high, y1: box.y1 - BELOW * high };
  const symbols = word.map((sign): RecognisedSymbol => {
    const at = line.indexOf(sign);
    const [before, after] = [line[at - 1], line[at + 1]];
    const from = before === undefined ? 0 : (before.step + sign.step + 1) / 2;
    const to = after === undefined ? steps : (sign.step + after.step + 1) / 2;
    return { text: sign.text.normalize('NFC'), box: { x0: box.x0 + from * wide, x1: box.x0 + to * wide, ...ink } };
  });
  const [first, last] = [symbols[0], symbols.at(-1)];
  return {
    symbols,
    box: { x0: first?.box.x0 ?? box.x0, x1: last?.box.x1 ?? box.x1, ...ink },
  };
}
