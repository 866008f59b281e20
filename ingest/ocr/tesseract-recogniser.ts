import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bbox, Line, Word, Worker } from 'tesseract.js';
import { type Box, failed, ok } from '../../kernel/index.ts';
import type { RecognisedLine, RecognisedWord, TextRecogniser } from './text-recogniser.ts';
import { toPgm } from './to-pgm.ts';

const LANGUAGES = ['chi_sim', 'eng'] as const;
type Language = (typeof LANGUAGES)[number];
const DATA = '4.0.0_best_int';
/** Automatic page segmentation without orientation: the default of the package leaves out rows of tables. Scattered text: wherever it stands. */
export const MODES = { page: '3', scattered: '11', column: '6' } as const;

/** Mean confidence below which a page may be upside down. */
export const DOUBTED = 0.6;

/**
 * tesseract.js, for each script that is asked for in a thread of its own, which is started when first asked and given up with a page that takes too long. Its data come
 * from packages; nothing is fetched.
 */
export function openTesseract(): TextRecogniser {
  const engines = { any: openEngine(['chi_sim', 'eng']), latin: openEngine(['eng']) };
  return {
    engine: `tesseract.js 7.0.0 ${LANGUAGES.join('+')} ${DATA}`,
    doubted: DOUBTED,
    least: 0,
    needsEvenLight: true,
    recognise: (request) => engines[request.script ?? 'any'].recognise(request),
    async close() {
      await Promise.all([engines.any.close(), engines.latin.close()]);
    },
  };
}

type Engine = Pick<TextRecogniser, 'recognise' | 'close'>;

function openEngine(languages: readonly Language[]): Engine {
  let starting: Promise<Worker> | undefined;
  let lost: Promise<never> | undefined;
  let mode: string | undefined;

  async function worker(): Promise<Worker> {
    starting ??= startWorker(languages, (gone) => {
      lost = gone;
    });
    return starting;
  }

  async function close(): Promise<void> {
    const started = starting;
    starting = undefined;
    lost = undefined;
    mode = undefined;
    await (await started?.catch(() => undefined))?.terminate();
  }

  return {
    async recognise({ raster, dpi, milliseconds, layout = 'page' }) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), milliseconds);
      });
      try {
        const engine = await Promise.race([worker(), late]);
        if (engine === 'late') {
          await close();
          return failed('out-of-time');
        }
        if (mode !== MODES[layout]) await engine.setParameters({ tessedit_pageseg_mode: MODES[layout] as never });
        mode = MODES[layout];
        const reading = engine.recognize(toPgm(raster), { user_defined_dpi: String(dpi) } as object, { text: false, blocks: true });
        const read = await Promise.race([reading, late, ...(lost === undefined ? [] : [lost])]);
        if (read === 'late') {
          await close();
          return failed('out-of-time');
        }
        const lines = (read.data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
        return ok(lines.flatMap((line) => lineOf(line)));
      } catch {
        // The engine says what went wrong as free text; which page it was is told by who asked.
        await close();
        return failed('engine-failed');
      } finally {
        clearTimeout(timer);
      }
    },
    close,
  };
}

async function startWorker(languages: readonly Language[], onLost: (gone: Promise<never>) => void): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js');
  const { resolve } = createRequire(import.meta.url);
  // The package wants the data of all languages in one folder, and reads them while it starts.
  const folder = await mkdtemp(join(tmpdir(), 'faultline-recognition-'));
  try {
    for (const language of languages) {
      const name = `${language}.traineddata.gz`;
      await copyFile(resolve(`@tesseract.js-data/${language}/${DATA}/${name}`), join(folder, name));
    }
    const engine = await createWorker([...languages], OEM.LSTM_ONLY, {
      langPath: folder,
      cacheMethod: 'none',
      // Faults reject the call; without this the package throws them a second time, where nobody can catch them.
      errorHandler: () => undefined,
    });
    const thread = (engine as unknown as { readonly worker: NodeJS.EventEmitter }).worker;
    const gone = new Promise<never>((_, reject) => {
      thread.once('error', reject);
    });
    gone.catch(() => undefined);
    onLost(gone);
    return engine;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lineOf(line: Line): RecognisedLine[] {
  const words = line.words.flatMap((word) => wordOf(word));
  if (words.length === 0) return [];
  return [{ words, box: boxOf(line.bbox), baseline: (line.baseline.y0 + line.baseline.y1) / 2 }];
}

function wordOf(word: Word): RecognisedWord[] {
  const symbols = word.symbols
    .map((symbol) => ({ text: symbol.text.normalize('NFC').trim(), box: boxOf(symbol.bbox) }))
    .filter(({ text }) => text !== '');
  if (symbols.length === 0) return [];
  return [{ symbols, box: boxOf(word.bbox), confidence: Math.max(0, Math.min(1, word.confidence / 100)) }];
}

function boxOf({ x0, y0, x1, y1 }: Bbox): Box {
  return { x0, y0, x1, y1 };
}
