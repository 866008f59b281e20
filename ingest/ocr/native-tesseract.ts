import { execFile, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { failed, ok } from '../../kernel/index.ts';
import { readHocr } from './read-hocr.ts';
import { DOUBTED, MODES } from './tesseract-recogniser.ts';
import type { TextRecogniser } from './text-recogniser.ts';
import { toPgm } from './to-pgm.ts';

const LANGUAGES = { any: 'chi_sim+eng', latin: 'eng' } as const;
/** Where systems put it. A reading process has no search path of its own, and none could lead it to another program. */
const PLACES = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];
/** More threads than one make pages of some layouts take twice as long. */
const ENVIRONMENT = { OMP_THREAD_LIMIT: '1' };
const ASKED_MILLISECONDS = 10_000;

/** The tesseract that is installed on this machine with the data of both languages; undefined where there is none. */
export async function findNativeTesseract(places: readonly string[] = PLACES): Promise<TextRecogniser | undefined> {
  for (const program of places) {
    const version = await versionOf(program);
    if (version !== undefined) return openNativeTesseract(program, version);
  }
  return undefined;
}

async function versionOf(program: string): Promise<string | undefined> {
  const isThere = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const ask = async (option: string) => {
    // What it says of itself goes to either output, by its release. One that cannot say it cannot read either.
    const said = await promisify(execFile)(program, [option], { timeout: ASKED_MILLISECONDS, env: ENVIRONMENT }).catch(() => undefined);
    return said === undefined ? '' : said.stdout + said.stderr;
  };
  const languages = (await ask('--list-langs')).split(/\s+/);
  // The engine that reads lines whole came with release 4.
  const version = /^tesseract v?((?:[4-9]|\d\d)\.\S+)/m.exec(await ask('--version'))?.[1];
  return LANGUAGES.any.split('+').every((one) => languages.includes(one)) ? version : undefined;
}

/** The program reads a picture from its input, one process a page, which is killed with a page that takes too long. */
function openNativeTesseract(program: string, version: string): TextRecogniser {
  const running = new Set<AbortController>();
  return {
    engine: `tesseract ${version} ${LANGUAGES.any}`,
    doubted: DOUBTED,
    least: 0,
    needsEvenLight: true,
    async recognise({ raster, dpi, milliseconds, layout = 'page', script = 'any' }) {
      const stop = new AbortController();
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        stop.abort();
      }, milliseconds);
      running.add(stop);
      try {
        const asked = ['-', '-', '-l', LANGUAGES[script], '--oem', '1', '--psm', MODES[layout], '--dpi', String(dpi)];
        const child = spawn(program, [...asked, '-c', 'hocr_char_boxes=1', 'hocr'], {
          env: ENVIRONMENT,
          signal: stop.signal,
          killSignal: 'SIGKILL',
          stdio: ['pipe', 'pipe', 'ignore'],
        });
        const failing = new Promise<never>((_, reject) => {
          child.on('error', reject);
        });
        child.stdin.end(toPgm(raster));
        const reading = Promise.all([text(child.stdout), finished(child.stdin)]);
        const [written] = await Promise.race([reading, failing]);
        return ok(readHocr(written));
      } catch {
        // What the program says is free text; which page it was is told by who asked.
        return failed(isLate ? 'out-of-time' : 'engine-failed');
      } finally {
        clearTimeout(timer);
        stop.abort();
        running.delete(stop);
      }
    },
    async close() {
      for (const stop of running) stop.abort();
    },
  };
}
