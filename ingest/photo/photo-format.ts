import { FaultlineError } from '../../kernel/index.ts';
import { pictureFormat } from '../raster/picture-format.ts';
import { PHOTO_LIMITS } from './photo-limits.ts';

/** Brands of the container that phones write in place of JPEG, behind its length and `ftyp`. */
const PHONES_OWN = /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/;

/**
 * Format of a photo by its first bytes; nothing of it is unpacked.
 * @throws FaultlineError `invalid-request` for no bytes, `limit-exceeded` for too many, `unsupported-format` for all but JPEG and PNG,
 * with what to send instead.
 */
export function photoFormat(bytes: Uint8Array): 'png' | 'jpeg' {
  const { maxBytes } = PHOTO_LIMITS;
  if (bytes.length === 0) throw new FaultlineError('invalid-request', 'The photo has no content (0 bytes): take it again.');
  if (bytes.length > maxBytes)
    throw new FaultlineError('limit-exceeded', `The photo has ${bytes.length} bytes; at most ${maxBytes} are read.`);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16));
  const format = pictureFormat(head);
  if (format === 'png' || format === 'jpeg') return format;
  if (PHONES_OWN.test(head.toString('latin1', 4))) {
    throw new FaultlineError(
      'unsupported-format',
      'The photo is a HEIC or AVIF file, which is not read: set the camera to JPEG (on an iPhone: Settings, Camera, Formats, Most ' +
        'Compatible), or show the photo and send a screenshot of it.',
    );
  }
  throw new FaultlineError('unsupported-format', 'The file is no photo that can be read: send a JPEG or PNG picture.');
}
