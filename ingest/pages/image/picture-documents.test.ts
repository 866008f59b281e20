import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makeTiff } from '../../../eval/fuzz/make-tiff.ts';
import { type Passage, spanAnchors } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import { type KnownWord, knownTexts } from '../../ocr/known-texts.test-support.ts';
import {
  DEFAULT_READ_LIMITS,
  type DocumentParser,
  type ReadLimits,
  type ResumePoint,
  type SegmentChunk,
} from '../../parser/document-parser.ts';
import { readRequest } from '../../test-support/read-whole.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { renderPage } from '../render-page.ts';
import { jpegParser, pngParser, tiffParser } from './picture-parsers.ts';

/** A nameplate: 150 dpi, so 600 pixels are 288 points. */
const PLATE: readonly KnownWord[] = [
  { text: '设备位号：P-1O1A', x: 40, y: 60, size: 12 },
  { text: 'Rated power: 7.5 kW', x: 40, y: 85, size: 12, confidence: 0.3 },
];

function picture(width = 600, height = 400): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.fillRect(80, 100, 300, 20);
  context.fillRect(80, 160, 280, 20);
  return canvas;
}

async function png(width?: number, height?: number): Promise<Buffer> {
  const bytes = await picture(width, height).encode('png');
  const physical = Buffer.from('000000097048597300001712000017120100000000', 'hex');
  const { crc32 } = await import('node:zlib');
  physical.writeUInt32BE(crc32(physical.subarray(4, 17)), 17);
  return Buffer.concat([bytes.subarray(0, 33), physical, bytes.subarray(33)]);
}

interface Reading {
  readonly passages: readonly Passage[];
  readonly chunks: readonly SegmentChunk[];
  readonly outcome: string;
  readonly reason?: string;
  readonly report: ReturnType<DocumentParser['conclude']>['report'];
  readonly pages: number | undefined;
}

async function read(
  parser: DocumentParser,
  path: string,
  words: Parameters<typeof knownTexts>[0] = () => PLATE,
  { limits = {}, from }: { readonly limits?: Partial<ReadLimits>; readonly from?: ResumePoint } = {},
): Promise<Reading> {
  const request = readRequest(path, limits);
  const input = { ...request, grammar: siteGrammar([]), recogniser: knownTexts(words) };
  const survey = await parser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of parser.segment(input, survey, from)) chunks.push(chunk);
  const conclusion = parser.conclude(survey, (chunks.at(-1) ?? from)?.carry);
  return { passages: chunks.flatMap((chunk) => chunk.passages), chunks, pages: survey.properties.pages, ...conclusion };
}

describe('a picture', () => {
  it('is a document of one page whose lines are fields, with how surely each word was recognised', async () => {
    const { passages, outcome, report, pages } = await read(pngParser, await temporaryFile('plate.png', await png()));
    expect({ outcome, pages }).toEqual({ outcome: 'visible', pages: 1 });
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['table-row', '设备位号：P-101A'],
      ['table-row', 'Rated power: 7.5 kW'],
    ]);
    expect(passages[0]?.recognition).toMatchObject({ method: 'ocr', confidence: 0.95, unsure: [] });
    expect(passages[0]?.recognition?.repairs).toEqual([{ start: 8, end: 9, recognised: 'O' }]);
    expect(passages[1]?.recognition?.unsure[0]).toEqual({ start: 0, end: 5, confidence: 0.3 });
    expect(report.recognised).toMatchObject({ engine: 'known texts 1', pages: 1, unsure: 4 });
    expect(report.recognised?.regions[0]).toMatchObject({ page: 1, text: 'Rated', confidence: 0.3 });
    expect(report.warnings.join(' ')).toContain('recognised unsurely');
  });

  it('has boxes in points of its page, which its resolution tells', async () => {
    const path = await temporaryFile('plate.png', await png());
    const { passages } = await read(pngParser, path);
    const [passage] = passages;
    if (passage === undefined) throw new Error('nothing was recognised');
    const [anchor] = spanAnchors(passage, 5, passage.text.length);
    const box = anchor?.kind === 'page' ? anchor.boxes[0] : undefined;
    expect(box?.x0).toBeGreaterThan(85);
    expect(box?.x1).toBeLessThan(150);
    expect(box?.y1).toBeLessThan(70);
    const drawn = await renderPage({ path, format: 'png', page: 1, boxes: box === undefined ? [] : [box], scale: 2 });
    expect(Buffer.from(drawn).subarray(1, 4).toString()).toBe('PNG');
    expect(Buffer.from(drawn).readUInt32BE(16)).toBe(576);
  });

  it('is read as its EXIF data say it is to be turned', async () => {
    const jpeg = await picture().encode('jpeg', 90);
    const turned = Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000', 'hex');
    const path = await temporaryFile('photo.jpg', Buffer.concat([jpeg.subarray(0, 2), turned, jpeg.subarray(2)]));
    let seen: readonly number[] = [];
    await read(jpegParser, path, ({ raster }) => {
      seen = [raster.width, raster.height];
      return PLATE;
    });
    expect((seen[0] ?? 0) < (seen[1] ?? 0)).toBe(true);
  });

  it('is empty where nothing is recognised in it, and unread where there was no time', async () => {
    const path = await temporaryFile('photo.png', await png());
    expect(await read(pngParser, path, () => [])).toMatchObject({
      outcome: 'empty',
      reason: expect.stringContaining('No text was recognised'),
    });
    expect(await read(pngParser, path, () => 'out-of-time')).toMatchObject({
      outcome: 'unread-scan',
      reason: expect.stringContaining('too long'),
    });
    expect(await read(pngParser, path, () => PLATE, { limits: { maxRecognisedPages: 0 } })).toMatchObject({ outcome: 'unread-scan' });
  });
});

const LINES = ['关闭入口阀 V-105。', 'Open the drain valve V-106.', '确认压力为零。'];

describe('a TIFF of several pages', () => {
  const page = (mark: number) => {
    const pixels = new Uint8Array(300 * 200).fill(255);
    pixels.fill(0, 300 * 50, 300 * (50 + mark));
    return { width: 300, height: 200, pixels, dpi: 100 };
  };
  const words = ({ raster }: { readonly raster: { readonly pixels: Uint8Array } }): readonly KnownWord[] => {
    const ink = raster.pixels.reduce((sum, pixel) => sum + (pixel < 128 ? 1 : 0), 0);
    return [{ text: LINES[Math.round(ink / (300 * 9 * 3)) - 3] ?? '', x: 20, y: 40, size: 10 }];
  };

  it('is read page by page, each a chunk, and goes on after any of them', async () => {
    const path = await temporaryFile('scan.tif', makeTiff([page(9), page(12), page(15)]));
    const whole = await read(tiffParser, path, words);
    expect(whole).toMatchObject({ outcome: 'visible', pages: 3 });
    expect(whole.chunks.map(({ done }) => done)).toEqual([1, 2, 3]);
    expect(whole.passages.map(({ anchors }) => (anchors[0]?.kind === 'page' ? anchors[0].page : 0))).toEqual([1, 2, 3]);
    for (const { ordinal, carry } of whole.chunks) {
      const rest = await read(tiffParser, path, words, { from: { ordinal, carry } });
      expect(rest.chunks).toEqual(whole.chunks.slice(ordinal + 1));
      expect(rest.report).toEqual(whole.report);
    }
  });

  it('leaves the pages unread that are more than may be recognised', async () => {
    const path = await temporaryFile('scan.tif', makeTiff([page(9), page(12), page(15)]));
    const { outcome, reason } = await read(tiffParser, path, words, { limits: { maxRecognisedPages: 2 } });
    expect(outcome).toBe('partial');
    expect(reason).toContain('pages 3');
  });
});

describe('a hostile or damaged picture', () => {
  const grey = (width: number, height: number) => ({ width, height, pixels: new Uint8Array(16).fill(255) });

  it('that says it is gigantic is not unpacked', async () => {
    const huge = await png();
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const { crc32 } = await import('node:zlib');
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
    expect(await read(pngParser, await temporaryFile('huge.png', huge))).toMatchObject({ outcome: 'limit-exceeded' });
    const tiff = await temporaryFile('huge.tif', makeTiff([grey(50_000, 50_000)]));
    expect(await read(tiffParser, tiff)).toMatchObject({ outcome: 'limit-exceeded' });
  });

  it('whose pages lead in a circle, out of the file, or on for ever ends', async () => {
    const circle = makeTiff([grey(4, 4), { ...grey(4, 4), next: 8 + 16 + 8 }]);
    expect(await read(tiffParser, await temporaryFile('circle.tif', circle))).toMatchObject({ outcome: 'damaged' });
    const outside = makeTiff([{ ...grey(4, 4), next: 900_000 }]);
    expect(await read(tiffParser, await temporaryFile('outside.tif', outside))).toMatchObject({ outcome: 'damaged' });
    const strip = makeTiff([{ ...grey(4, 4), stripStart: 900_000 }]);
    expect(await read(tiffParser, await temporaryFile('strip.tif', strip))).toMatchObject({ outcome: 'damaged' });
    const many = makeTiff(Array.from({ length: 30 }, () => grey(4, 4)));
    expect(await read(tiffParser, await temporaryFile('many.tif', many), () => [], { limits: { maxPages: 20 } })).toMatchObject({
      outcome: 'limit-exceeded',
    });
  });

  it.each([0.05, 0.3, 0.6, 0.98])('that was cut off is damaged (%s of it is there)', async (share) => {
    const files = [
      [pngParser, await png()],
      [jpegParser, await picture().encode('jpeg', 90)],
      [tiffParser, makeTiff([{ width: 60, height: 40, pixels: new Uint8Array(2_400) }])],
    ] as const;
    for (const [parser, bytes] of files) {
      const path = await temporaryFile(`cut.${parser.format}`, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(await read(parser, path), parser.format).toMatchObject({ outcome: 'damaged', reason: expect.stringContaining('picture') });
    }
  });

  it('is larger than may be read', async () => {
    const path = await temporaryFile('large.png', await png());
    expect(await read(pngParser, path, () => PLATE, { limits: { maxBytes: 100 } })).toMatchObject({ outcome: 'limit-exceeded' });
    expect(DEFAULT_READ_LIMITS.maxPixels).toBeGreaterThan(20_000_000);
  });
});
