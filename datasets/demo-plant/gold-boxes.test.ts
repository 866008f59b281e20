import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GeneratedPlant, type GoldPlace, generateDemoPlant } from './index.ts';

/** A reader that shares no code with us; without it the boxes cannot be checked. */
/** Independent readers; the tests that need them skip where they are absent. */
const POPPLER = { text: 'pdftotext', info: 'pdfinfo' };
const havePoppler = spawnSync(POPPLER.text, ['-v']).error === undefined;

interface Word {
  readonly page: number;
  readonly text: string;
  readonly middle: { readonly x: number; readonly y: number };
}

describe.skipIf(!havePoppler)('gold boxes (needs pdftotext of poppler-utils)', () => {
  let root = '';
  let plants: GeneratedPlant[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'demo-boxes-'));
    plants = [];
    for (const seed of [1, 4]) plants.push(await generateDemoPlant({ seed, folder: join(root, String(seed)) }));
  }, 900_000);

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('hold the quoted words and no others, in both manuals', () => {
    for (const { folder, gold, manifest } of plants) {
      for (const document of manifest.documents.filter(({ format }) => format === 'pdf')) {
        const words = readWords(join(folder, document.path));
        const places = gold.flatMap((question) => question.gold).filter(({ file }) => file === document.path);
        expect(places.length).toBeGreaterThan(20);
        for (const place of places)
          expect(textIn(words, place), `${document.path} page ${place.page}`).toBe(place.quote.replaceAll(/\s/g, ''));
      }
    }
  });

  it('stand in manuals of at least 25 pages with the number of pages that the manifest says', () => {
    for (const { folder, manifest } of plants) {
      for (const document of manifest.documents.filter(({ format }) => format === 'pdf')) {
        const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync(POPPLER.info, [join(folder, document.path)], { encoding: 'utf8' }))?.[1]);
        expect(pages).toBe(document.pages);
        expect(pages).toBeGreaterThanOrEqual(25);
      }
    }
  });
});

/** Characters inside the boxes of a place in reading order of the boxes, without spaces. */
function textIn(words: readonly Word[], place: GoldPlace): string {
  return (place.boxes ?? [])
    .flatMap((box) =>
      words.filter(
        ({ page, middle }) => page === place.page && middle.x > box.x0 && middle.x < box.x1 && middle.y > box.y0 && middle.y < box.y1,
      ),
    )
    .map(({ text }) => text)
    .join('');
}

function readWords(file: string): Word[] {
  const output = execFileSync(POPPLER.text, ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  let page = 0;
  const words: Word[] = [];
  for (const line of output.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    if (found === null) continue;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = found.slice(1, 5).map(Number);
    words.push({ page, text: unescaped(found[5] ?? ''), middle: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 } });
  }
  return words;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
