import { jpegSegments, pngChunks } from './picture-segments.ts';

/** What the head of a picture says, and whether the file is whole. Width and height in pixels, as the picture is to be shown. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch, where the file says so. */
  readonly dpi?: number;
}

/** Turns the picture so that width and height change places. */
const SWAPPING = 5;
const MM_AN_INCH = 25.4;

/** Facts of a PNG whose chunks are whole up to its end; undefined for any other file. */
export function pngFacts(bytes: Buffer, crc32: (data: Buffer) => number): PictureFacts | undefined {
  let facts: PictureFacts | undefined;
  let dpi: number | undefined;
  for (const { kind, data, summed, sum } of pngChunks(bytes)) {
    if (sum === undefined || crc32(summed) !== sum) return undefined;
    if (kind === 'IHDR' && data.length >= 8) facts = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
    if (kind === 'pHYs' && data.length >= 9 && data[8] === 1) dpi = (data.readUInt32BE(0) * MM_AN_INCH) / 1_000;
    if (kind === 'IEND') return facts === undefined ? undefined : withDpi(facts, dpi);
  }
  return undefined;
}

/** Facts of a JPEG that has a frame, data and an end; undefined for any other file. */
export function jpegFacts(bytes: Buffer): PictureFacts | undefined {
  let frame: PictureFacts | undefined;
  let dpi: number | undefined;
  let orientation = 1;
  for (const { marker, body, at } of jpegSegments(bytes)) {
    if (isFrame(marker) && body.length >= 5) frame = { width: body.readUInt16BE(3), height: body.readUInt16BE(1) };
    if (marker === 0xe0 && body.length >= 12 && body.toString('latin1', 0, 4) === 'JFIF') dpi ??= jfifDpi(body);
    if (marker === 0xe1 && body.toString('latin1', 0, 4) === 'Exif') {
      const exif = readExif(body.subarray(6));
      orientation = exif.orientation ?? orientation;
      dpi = exif.dpi ?? dpi;
    }
    if (marker === 0xda) {
      const isWhole = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at;
      if (!isWhole || frame === undefined) return undefined;
      const { width, height } = frame;
      return withDpi(orientation >= SWAPPING ? { width: height, height: width } : frame, dpi);
    }
  }
  return undefined;
}

function withDpi({ width, height }: PictureFacts, dpi: number | undefined): PictureFacts | undefined {
  if (width === 0 || height === 0) return undefined;
  return { width, height, ...(dpi === undefined ? {} : { dpi }) };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jfifDpi(body: Buffer): number | undefined {
  const [unit, density] = [body[7], body.readUInt16BE(8)];
  if (density === 0) return undefined;
  return unit === 1 ? density : unit === 2 ? density * 2.54 : undefined;
}

/** The two entries of the first directory that matter here; a directory that makes no sense says nothing. */
function readExif(tiff: Buffer): { readonly orientation?: number; readonly dpi?: number } {
  if (tiff.length < 14) return {};
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = long(4);
  const found: { orientation?: number; dpi?: number } = {};
  let perUnit: number | undefined;
  let unit = 2;
  for (let entry = 0; entry < Math.min(200, short(first)); entry += 1) {
    const at = first + 2 + entry * 12;
    const tag = short(at);
    if (tag === 274) found.orientation = short(at + 8);
    if (tag === 296) unit = short(at + 8);
    if (tag === 282) {
      const [above, below] = [long(long(at + 8)), long(long(at + 8) + 4)];
      if (above > 0 && below > 0) perUnit = above / below;
    }
  }
  if (perUnit !== undefined) found.dpi = unit === 3 ? perUnit * 2.54 : perUnit;
  return found;
}
