import { createCanvas } from '@napi-rs/canvas';
import { drawSkid, makeSkid, writeSheetDxf, writeSheetPdf, writeSheetSvg, writeSkidModel, writeSkidProteus } from '../../datasets/index.ts';
import type { FuzzFormat, Seed } from './fuzz-file.ts';
import { makePdf, page, stream } from './make-pdf.ts';
import { makeTiff } from './make-tiff.ts';
import { PNG_MARK, pngChunk } from './png-chunk.ts';
import { SHEET_OPERATORS } from './sheet-operators.ts';
import { tagsOfText } from './tags-of-text.ts';
import { writeBinaryDxf } from './write-binary-dxf.ts';

const WIDTH = 420;
const HEIGHT = 130;
const DPI = 200;
/** Skids whose sheets are spoilt as whole ones are. */
const SKIDS = [1, 2] as const;

/** Small pictures with two words, the same as a scanned page, a sheet of a PDF, and a drawing in the binary form of DXF. */
export async function pictureSeeds(drawing: Buffer): Promise<readonly Seed[]> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = 'black';
  context.font = '36px sans-serif';
  context.fillText('P-101A 5.5 bar', 20, 60);
  context.strokeRect(5, 5, WIDTH - 10, HEIGHT - 10);
  const [png, jpeg] = [withPngSize(await canvas.encode('png')), withJpegSize(await canvas.encode('jpeg', 70))];
  const grey = context.getImageData(0, 0, WIDTH, HEIGHT).data.filter((_, at) => at % 4 === 0);
  const pixels = { width: WIDTH, height: HEIGHT, pixels: Uint8Array.from(grey), dpi: DPI };
  const seed = (format: FuzzFormat, name: string, bytes: Buffer): Seed => ({ format, name, bytes });
  return [
    seed('png', 'photo.png', png),
    seed('jpeg', 'photo.jpg', jpeg),
    seed('tiff', 'scan.tif', makeTiff([pixels, { ...pixels, orientation: 3 }])),
    seed('scan', 'scan.pdf', Buffer.from(scannedPage(jpeg), 'latin1')),
    seed('sheet', 'sheet.pdf', Buffer.from(drawnPage(), 'latin1')),
    seed('binary-dxf', 'sheet.dxf', writeBinaryDxf(tagsOfText(drawing.toString()), 'wide', Buffer.from)),
  ];
}

/** A picture that does not say how large it is counts as a whole sheet, and is recognised as one. */
function withPngSize(png: Buffer): Buffer {
  const size = Buffer.alloc(9, 1);
  for (const at of [0, 4]) size.writeUInt32BE(Math.round(DPI / 0.0254), at);
  const behindHead = PNG_MARK.length + 25;
  return Buffer.concat([png.subarray(0, behindHead), pngChunk('pHYs', size), png.subarray(behindHead)]);
}

function withJpegSize(jpeg: Buffer): Buffer {
  const sized = Buffer.from(jpeg);
  sized.writeUInt8(1, 13);
  for (const at of [14, 16]) sized.writeUInt16BE(DPI, at);
  return sized;
}

/** Sheets as whole ones are, in every form that the generator of skids writes. */
export async function skidSeeds(): Promise<readonly Seed[]> {
  const made = SKIDS.map(async (number): Promise<readonly Seed[]> => {
    const skid = makeSkid(number);
    const [sheet] = drawSkid(skid);
    if (sheet === undefined) return [];
    const dxf = writeSheetDxf(sheet);
    return [
      { format: 'dxf', name: 'skid.dxf', bytes: Buffer.from(dxf) },
      { format: 'binary-dxf', name: 'skid.dxf', bytes: writeBinaryDxf(tagsOfText(dxf), 'narrow', Buffer.from) },
      { format: 'dexpi', name: 'skid.xml', bytes: Buffer.from(writeSkidProteus(sheet, skid, 0)) },
      { format: 'dexpi', name: 'model.xml', bytes: Buffer.from(writeSkidModel(sheet, skid, 0)) },
      { format: 'svg', name: 'skid.svg', bytes: Buffer.from(writeSheetSvg(sheet, skid)) },
      { format: 'sheet', name: 'skid.pdf', bytes: Buffer.from(await writeSheetPdf([sheet], skid)) },
    ];
  });
  return (await Promise.all(made)).flat();
}

function scannedPage(jpeg: Buffer): string {
  const image = `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  return makePdf({
    3: page(`/MediaBox [0 0 ${WIDTH / 2} ${HEIGHT / 2}]`, '/XObject << /Im 6 0 R >>'),
    4: stream(`q ${WIDTH / 2} 0 0 ${HEIGHT / 2} 0 0 cm /Im Do Q`),
    6: stream(jpeg.toString('latin1'), image),
  });
}

function drawnPage(): string {
  return makePdf({
    3: page('', '/XObject << /X 6 0 R >>'),
    4: stream(SHEET_OPERATORS.join('\n')),
    6: stream('-5 -3 m 5 3 l 5 -3 l -5 3 l h S', '/Type /XObject /Subtype /Form /BBox [-9 -9 9 9]'),
  });
}
