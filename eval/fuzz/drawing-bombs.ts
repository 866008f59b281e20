import { deflateSync } from 'node:zlib';
import type { Bomb } from './bomb.ts';
import { makeTiff, type TiffPageForm } from './make-tiff.ts';
import { PNG_MARK, pngChunk, pngHead } from './png-chunk.ts';
import { tagsOfText } from './tags-of-text.ts';
import { writeBinaryDxf } from './write-binary-dxf.ts';
import { writeZip } from './zip.ts';

const MILLION = 1_000_000;
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;
const PIXELS: TiffPageForm = { width: 20, height: 20, pixels: new Uint8Array(400).fill(255) };

/** Plants, pictures and slides that ask for more than their size says. */
export const DRAWING_BOMBS: readonly Bomb[] = [
  {
    format: 'binary-dxf',
    name: 'a.dxf',
    kind: 'a million entities in binary',
    make: () => binary('0\nTEXT\n10\n1\n20\n2\n40\n3\n1\nP-1\n'.repeat(300_000)),
  },
  {
    format: 'binary-dxf',
    name: 'b.dxf',
    kind: 'a string without an end in binary',
    make: () => Buffer.concat([binary('0\nTEXT\n'), Buffer.of(1, 0), Buffer.alloc(20 * MILLION, 65)]),
  },
  {
    format: 'dexpi',
    name: 'a.xml',
    kind: 'entities that multiply in a plant',
    make: () => `${LAUGHS}<PlantModel><Equipment ID="E" TagName="&a30;">&a30;</Equipment></PlantModel>`,
  },
  { format: 'dexpi', name: 'b.xml', kind: 'elements nested deep', make: () => `<PlantModel>${'<Equipment>'.repeat(200_000)}` },
  {
    format: 'dexpi',
    name: 'c.xml',
    kind: 'a million things',
    make: () =>
      `<PlantModel>${Array.from({ length: 400_000 }, (_, at) => `<Equipment ID="E${at}" TagName="P-${at}"/>`).join('')}</PlantModel>`,
  },
  {
    format: 'svg',
    name: 'd.svg',
    kind: 'a million lines',
    make: () => `<svg>${'<path d="M0 0L9 9"/>'.repeat(MILLION)}<text>P-1</text></svg>`,
  },
  {
    format: 'svg',
    name: 'e.svg',
    kind: 'one number everywhere',
    make: () => `<svg viewBox="0 0 1e308 -1e308">${'<text x="1e308" y="-1e308" font-size="1e308">P-1</text>'.repeat(2_000)}</svg>`,
  },
  { format: 'png', name: 'a.png', kind: 'gigantic dimensions', make: () => png(100_000, 100_000, Buffer.alloc(9)) },
  {
    format: 'png',
    name: 'b.png',
    kind: 'the largest size that a head can say',
    make: () => png(2 ** 31 - 1, 2 ** 31 - 1, Buffer.alloc(9)),
  },
  {
    format: 'png',
    name: 'c.png',
    kind: 'pixels that unpack to far more than the size',
    make: () => png(50, 50, Buffer.alloc(300 * MILLION)),
  },
  {
    format: 'png',
    name: 'd.png',
    kind: 'the largest picture that is read, packed to little',
    make: () => png(8_000, 8_000, Buffer.alloc(8_001 * 8_000)),
  },
  {
    format: 'jpeg',
    name: 'a.jpg',
    kind: 'gigantic dimensions',
    make: () => Buffer.from('ffd8ffc0000b08ffffffff01011100ffda0008010100003f00ffd9', 'hex'),
  },
  { format: 'tiff', name: 'a.tif', kind: 'directory that follows itself', make: () => makeTiff([{ ...PIXELS, next: 416 }]) },
  { format: 'tiff', name: 'b.tif', kind: 'directories in a ring', make: () => makeTiff([PIXELS, PIXELS, { ...PIXELS, next: 416 }]) },
  {
    format: 'tiff',
    name: 'c.tif',
    kind: 'gigantic dimensions',
    make: () => makeTiff([{ ...PIXELS, width: 2 ** 32 - 1, height: 2 ** 32 - 1 }]),
  },
  { format: 'tiff', name: 'd.tif', kind: 'pages without end', make: () => makeTiff(Array.from({ length: 12_000 }, () => PIXELS)) },
  { format: 'pptx', name: 'a.pptx', kind: 'slides that unpack to far more', make: () => slides(Buffer.alloc(200 * MILLION)) },
  {
    format: 'pptx',
    name: 'b.pptx',
    kind: 'entities that multiply on a slide',
    make: () => slides(Buffer.from(`${LAUGHS}<p:sld>&a30;</p:sld>`)),
  },
];

function binary(text: string): Buffer {
  return writeBinaryDxf(tagsOfText(`0\nSECTION\n2\nENTITIES\n${text}`), 'wide', Buffer.from);
}

function png(width: number, height: number, pixels: Buffer): Buffer {
  return Buffer.concat([PNG_MARK, pngHead(width, height), pngChunk('IDAT', deflateSync(pixels)), pngChunk('IEND', Buffer.alloc(0))]);
}

function slides(slide: Buffer): Buffer {
  return writeZip([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'ppt/presentation.xml', content: Buffer.from('<p:presentation/>') },
    { name: 'ppt/slides/slide1.xml', content: slide },
  ]);
}
