import { FaultlineError, type IdentifierPattern } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import { flattenLight } from '../ocr/flatten-light.ts';
import { recognisePage } from '../ocr/recognise-page.ts';
import type { TextRecogniser } from '../ocr/text-recogniser.ts';
import { scanContent } from '../pages/scan/scan-content.ts';
import { openPictureBytes, type PicturePage, unmeasured } from '../raster/open-picture.ts';
import { pictureRaster } from '../raster/picture-raster.ts';
import { photoFormat } from './photo-format.ts';
import { PHOTO_LIMITS, TOO_SLOW } from './photo-limits.ts';
import { photoLines } from './photo-lines.ts';
import type { PhotoReading } from './photo-reading.ts';

/** A photo to read; plain data, since it is read in another process. */
export interface PhotoRequest {
  readonly bytes: Uint8Array;
  /** Shapes of codes that the site adds to those that the product knows. */
  readonly patterns: readonly IdentifierPattern[];
}

const DAMAGED = 'The photo is cut off or damaged: take it again, or send it again.';

/**
 * Reads what stands on a photo of a nameplate or of an alarm panel, however it lies. No lines where no text is recognised; equal
 * bytes give equal readings. Nothing of the photo is written anywhere.
 * @throws FaultlineError `invalid-request` and `unsupported-format` for what is no JPEG or PNG, `parse-failed` for a damaged one,
 * `limit-exceeded` for too many bytes or pixels, `deadline-exceeded` where recognising takes too long.
 */
export async function readPhoto({ bytes, patterns }: PhotoRequest, recogniser: TextRecogniser): Promise<PhotoReading> {
  const page = openPhoto(bytes);
  const drawn = await pictureRaster(page, recogniser.needsEvenLight ? flattenLight : undefined);
  if (!drawn.ok) throw new FaultlineError('parse-failed', DAMAGED);
  const { recognitionMilliseconds: milliseconds } = PHOTO_LIMITS;
  const read = await recognisePage(recogniser, { ...drawn.value, milliseconds, layout: 'scattered' });
  if (!read.ok) {
    if (read.fault === 'out-of-time') throw new FaultlineError('deadline-exceeded', TOO_SLOW);
    throw new FaultlineError('internal', 'The engine that recognises text failed.');
  }
  const grammar = siteGrammar(patterns);
  const { width, height } = page;
  return { engine: recogniser.engine, width, height, ...photoLines(scanContent(1, read.value, grammar), page.dpi / 72, grammar) };
}

function openPhoto(bytes: Uint8Array): PicturePage {
  const { maxPixels } = PHOTO_LIMITS;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const opened = openPictureBytes(whole, photoFormat(bytes), { maxPages: 1, maxPixels });
  if (!opened.ok) {
    if (opened.fault === 'damaged') throw new FaultlineError('parse-failed', DAMAGED);
    throw new FaultlineError(
      'limit-exceeded',
      `The photo has more than ${maxPixels / 1_000_000} million pixels: set the camera to a lower resolution, or cut out the part to be read.`,
    );
  }
  const [page] = opened.value;
  if (page === undefined) throw new FaultlineError('parse-failed', DAMAGED);
  return unmeasured(page);
}
