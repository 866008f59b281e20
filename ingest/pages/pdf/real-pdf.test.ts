import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Box, compareText, type Passage } from '../../../kernel/index.ts';
import { isWhite } from '../../layout/glyph.ts';
import { DEFAULT_READ_LIMITS, type SegmentChunk } from '../../parser/document-parser.ts';
import { parserInput, type ReadPdf, readPdf } from './make-pdf.test-support.ts';
import { openPdf } from './open-pdf.ts';
import { pdfParser } from './pdf-parser.ts';

const DATA = process.env.FAULTLINE_DATA ?? '../shared/data';
const PLANT = 'datasets/demo-plant/files';
const SAMPLES = [
  join(DATA, 'dobot-manual-zh/dobot_v4_tcp_protocol_zh.pdf'),
  join(DATA, 'doe-handbook/DOE-HDBK-1019-1-93.pdf'),
  join(DATA, 'idta-templates/IDTA_02018_MaintenanceInstructions.pdf'),
  join(DATA, 'apollo-dkit/pdf/lidar_calibration_cn.pdf'),
  join(DATA, 'apollo-dkit/pdf/lidar_calibration.pdf'),
  join(PLANT, 'CWS-OM-4101-ZH.pdf'),
  join(PLANT, 'CWS-OM-4101-EN.pdf'),
];
const run = promisify(execFile);
const POPPLER = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);

const solid = (text: string): string => text.replace(/\s+/gu, '');

/** How often each character occurs, white space aside: order is the layout's matter, loss is not. */
function characterCounts(texts: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const character of solid(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareText(a, b));
}

async function sourceTexts(path: string): Promise<string[]> {
  const opened = await openPdf(path, DEFAULT_READ_LIMITS);
  if (!opened.ok) throw new Error(`the sample cannot be opened: ${opened.fault}`);
  const texts: string[] = [];
  for (let page = 1; page <= opened.value.pages; page += 1) {
    const content = await opened.value.readPage(page);
    texts.push(
      content.glyphs
        .filter((glyph) => !isWhite(glyph.text))
        .map((glyph) => glyph.text)
        .join(''),
    );
    texts.push(...content.leftOut.map((one) => one.text));
  }
  await opened.value.close();
  return texts;
}

describe.each(SAMPLES.map((path) => ({ path, name: path.split('/').at(-1) })))('$name (skipped where the file is absent)', ({ path }) => {
  describe.skipIf(!existsSync(path))('read', () => {
    let read: ReadPdf;
    beforeAll(async () => {
      read = await readPdf(path);
    }, 900_000);

    test('every character of the source is in one passage or excluded with a reason', async () => {
      const told = [...read.passages.map((passage) => passage.text), ...read.excluded.map((run) => run.text)];
      expect(characterCounts(told)).toEqual(characterCounts(await sourceTexts(path)));
    }, 900_000);

    test('runs tile the solid text of each passage, with ascending edges', () => {
      for (const { text, runs = [] } of read.passages) {
        expect(solid(runs.map((one) => text.slice(one.start, one.end)).join(''))).toBe(solid(text));
        for (const one of runs) {
          expect(one.edges).toHaveLength(one.end - one.start + 1);
          expect(one.edges.every((edge, index) => index === 0 || edge >= (one.edges[index - 1] ?? edge))).toBe(true);
          expect(one.y1).toBeGreaterThan(one.y0);
        }
      }
    });

    test('cells lie within their row and passages are numbered without gaps', () => {
      expect(read.passages.map((passage) => passage.order)).toEqual(read.passages.map((_, index) => index));
      for (const { text, cells = [], kind } of read.passages) {
        if (kind === 'table') continue;
        if (text.includes('\t')) expect(cells.map((cell) => text.slice(cell.start, cell.end)).join('\t')).toBe(text);
        const bounds = cells.flatMap((cell) => [cell.start, cell.end]);
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
        expect(bounds.every((bound) => bound >= 0 && bound <= text.length)).toBe(true);
      }
    });

    test('reading on from any chunk gives the same as reading in one go', async () => {
      const { chunks, survey } = read;
      const from = chunks[Math.floor(chunks.length / 2) - 1];
      if (from === undefined) return;
      const resumed: SegmentChunk[] = [];
      const input = parserInput(path);
      for await (const chunk of pdfParser.segment(input, survey, { ordinal: from.ordinal, carry: from.carry })) resumed.push(chunk);
      expect(resumed).toEqual(chunks.slice(from.ordinal + 1));
    }, 900_000);

    test('survey and carry stay below 64 KB', () => {
      expect(JSON.stringify(read.survey.detail).length).toBeLessThan(65_536);
      for (const chunk of read.chunks) expect(JSON.stringify(chunk.carry).length).toBeLessThan(65_536);
    });

    test.skipIf(!POPPLER)(
      'pdftotext finds the words of a passage inside its boxes (skipped where pdftotext is absent)',
      async () => {
        const words = await popplerWords(path);
        const sample = read.passages.filter((_, index) => index % Math.ceil(read.passages.length / 60) === 0);
        const misses = sample.filter((passage) => !wordsAgree(passage, words));
        // Signs of Symbol fonts and overlapping formulas are spelled otherwise there; running text is not.
        expect(misses.length, misses.map((passage) => passage.text).join('\n')).toBeLessThanOrEqual(sample.length * 0.08);
      },
      900_000,
    );
  });
});

interface Word extends Box {
  readonly page: number;
  readonly text: string;
}

async function popplerWords(path: string): Promise<Word[]> {
  const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 200_000_000 });
  const words: Word[] = [];
  let page = 0;
  for (const match of stdout.matchAll(/<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</gu)) {
    if (match[5] === undefined) page += 1;
    else
      words.push({
        page,
        x0: Number(match[1]),
        y0: Number(match[2]),
        x1: Number(match[3]),
        y1: Number(match[4]),
        text: plainText(match[5]),
      });
  }
  return words;
}

function plainText(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
}

/** Words whose middle lies in a box of the passage: the same characters as the passage has. */
function wordsAgree({ text, anchors }: Passage, words: readonly Word[]): boolean {
  const boxes = anchors.flatMap((anchor) => (anchor.kind === 'page' ? anchor.boxes.map((box) => ({ ...box, page: anchor.page })) : []));
  const found = words.filter((word) => {
    const x = (word.x0 + word.x1) / 2;
    const y = (word.y0 + word.y1) / 2;
    return boxes.some((box) => box.page === word.page && x >= box.x0 - 0.5 && x <= box.x1 + 0.5 && y >= box.y0 - 0.5 && y <= box.y1 + 0.5);
  });
  // A raised minus is U+2212 once it is folded, where poppler has a hyphen.
  const letters = (value: string) => [...solid(value.normalize('NFKC').replaceAll('\u2212', '-'))].sort().join('');
  return letters(found.map((word) => word.text).join('')) === letters(text);
}

describe.skipIf(!existsSync(join(DATA, 'pdfjs-robustness')))('broken and misleading files (skipped where the fixtures are absent)', () => {
  const folder = join(DATA, 'pdfjs-robustness');
  // Its tiling pattern paints itself: pdf.js never comes back, so only the limits of the reading process end it.
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf') && name !== 'operator_list_cycle.pdf') : [];

  test.each(names)('%s ends in a state that says why', async (name) => {
    const { conclusion, passages } = await readPdf(join(folder, name));
    if (conclusion.outcome === 'visible') expect(passages.length).toBeGreaterThan(0);
    else expect(conclusion.reason).toMatch(/\.$/u);
  });

  test.each([
    ['issue6010_1.pdf', 'encrypted'],
    ['saslprep-r6.pdf', 'encrypted'],
    ['REDHAT-1531897-0.pdf', 'damaged'],
    ['two_pages.pdf', 'unread-scan'],
    ['arial_unicode_ab_cidfont.pdf', 'unread-scan'],
    ['issue5801.pdf', 'unread-scan'],
    ['empty.pdf', 'empty'],
    ['issue3521.pdf', 'visible'],
  ])('%s is %s', async (name, outcome) => {
    expect((await readPdf(join(folder, name))).conclusion.outcome).toBe(outcome);
  });
});
