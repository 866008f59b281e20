import { readFile, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { FaultlineError, failed, ok, type Result } from '../../kernel/index.ts';
import type { ReadLimits } from '../parser/document-parser.ts';
import { decodeFlat, decodeTiffPage, type Pixels } from './decode-picture.ts';
import { isSoundJpeg } from './is-sound-jpeg.ts';
import { isSoundPng } from './is-sound-png.ts';
import { jpegFacts, type PictureFacts, pngFacts } from './picture-facts.ts';
import { readTiff, type TiffPage } from './read-tiff.ts';

export type PictureFormat = 'png' | 'jpeg' | 'tiff';

/** One page of a picture file. */
export interface PicturePage extends Required<PictureFacts> {
  /** Whether the file says its resolution; else it is taken to fill a sheet. */
  readonly isMeasured: boolean;
  /** @throws FaultlineError parse-failed when its data make no sense. */
  decode(): Promise<Pixels>;
}

type Limits = Pick<ReadLimits, 'maxBytes' | 'maxPages' | 'maxPixels'>;

/** The pages of a picture file, none of them unpacked yet: what is too large is told by the head of the file. */
export async function openPicture(
  path: string,
  format: PictureFormat,
  limits: Limits,
): Promise<Result<readonly PicturePage[], 'damaged' | 'limit-exceeded'>> {
  if ((await stat(path)).size > limits.maxBytes) return failed('limit-exceeded');
  return openPictureBytes(await readFile(path), format, limits);
}

/** The same of bytes that are at hand. */
export function openPictureBytes(
  bytes: Buffer,
  format: PictureFormat,
  limits: Pick<Limits, 'maxPages' | 'maxPixels'>,
): Result<readonly PicturePage[], 'damaged' | 'limit-exceeded'> {
  if (format !== 'tiff') return flatPages(bytes, format, limits.maxPixels);
  const pages = tiffPages(bytes, limits.maxPages);
  return pages.ok && pages.value.some((page) => isTooLarge(page, limits.maxPixels)) ? failed('limit-exceeded') : pages;
}

function flatPages(bytes: Buffer, format: 'png' | 'jpeg', maxPixels: number): Result<readonly PicturePage[], 'damaged' | 'limit-exceeded'> {
  const facts = format === 'png' ? pngFacts(bytes, crc32) : jpegFacts(bytes);
  if (facts === undefined) return failed('damaged');
  // Whoever sends it is told of its size first, whatever else is amiss.
  if (isTooLarge(facts, maxPixels)) return failed('limit-exceeded');
  if (!(format === 'png' ? isSoundPng(bytes) : isSoundJpeg(bytes))) return failed('damaged');
  return ok([{ ...withSize(facts), decode: () => decoded(() => decodeFlat(bytes)) }]);
}

function isTooLarge({ width, height }: Pick<PictureFacts, 'width' | 'height'>, maxPixels: number): boolean {
  return width * height > maxPixels;
}

function tiffPages(bytes: Buffer, maxPages: number): Result<readonly PicturePage[], 'damaged' | 'limit-exceeded'> {
  const read = readTiff(bytes, maxPages);
  if (!read.ok) return read;
  return ok(read.value.map((page: TiffPage) => ({ ...withSize(page), decode: () => decoded(() => decodeTiffPage(bytes, page)) })));
}

async function decoded(decode: () => Promise<Pixels>): Promise<Pixels> {
  try {
    return await decode();
  } catch (error) {
    throw new FaultlineError('parse-failed', 'The data of the picture make no sense.', { cause: error });
  }
}

/** What software writes that knows nothing of the size: such a picture is taken to fill a sheet of A4. */
const LEAST_SAID = 100;
const MOST_SAID = 2_400;
const SHEET_INCHES = 11.7;
const SHEET_DPI = { least: 72, most: 300 } as const;

/** A picture whose resolution says nothing of the size of its print, whatever its file says: a photo. */
export function unmeasured(page: PicturePage): PicturePage {
  const { width, height } = page;
  return { ...page, ...withSize({ width, height }) };
}

function withSize({ width, height, dpi }: PictureFacts): Omit<PicturePage, 'decode'> {
  if (dpi !== undefined && dpi >= LEAST_SAID && dpi <= MOST_SAID) return { width, height, dpi, isMeasured: true };
  const fitting = Math.max(width, height) / SHEET_INCHES;
  return { width, height, dpi: Math.min(SHEET_DPI.most, Math.max(SHEET_DPI.least, fitting)), isMeasured: false };
}
