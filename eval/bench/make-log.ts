import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CAUSES, REMEDIES, SYMPTOMS } from './bench-words.ts';
import { pick, randomOf } from './make-corpus.ts';

const HEADER = 'Work order,Date,Asset,Description,Action,Hours\n';
const MACHINES = 200;
const DAYS = 1_400;
const LINES_A_PIECE = 1_000;

/**
 * Writes a work-order log of so many rows as CSV, Chinese and English mixed row by row, piece by piece, so that its size does
 * not matter. The seed decides everything; a shorter log of a seed is the beginning of a longer one.
 */
export async function makeLog(path: string, rows: number, seed: number): Promise<void> {
  await pipeline(Readable.from(pieces(rows, seed)), createWriteStream(path));
}

function* pieces(rows: number, seed: number): Generator<string> {
  const random = randomOf(seed);
  yield HEADER;
  for (let first = 0; first < rows; first += LINES_A_PIECE) {
    let piece = '';
    for (let row = first; row < Math.min(rows, first + LINES_A_PIECE); row++) {
      const language = random() < 0.5 ? 'en' : 'zh';
      const tag = `P-${1001 + Math.floor(random() * MACHINES)}`;
      const day = new Date(Date.UTC(2021, 0, 1 + Math.floor(random() * DAYS))).toISOString().slice(0, 10);
      const said = `${pick(SYMPTOMS, random)[language]}${language === 'en' ? '; ' : '，'}${pick(CAUSES, random)[language]}`;
      piece += `WO-${100_000 + row},${day},${tag},${said},${pick(REMEDIES, random)[language]},${(random() * 9).toFixed(1)}\n`;
    }
    yield piece;
  }
}
