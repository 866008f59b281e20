import { byteOrderMark, encodingWarnings, surveyEncoding } from '../../clean/detect-encoding.ts';
import { type Decoder, makeDecoder } from '../../clean/make-decoder.ts';

export interface HtmlEncoding {
  readonly encoding: string;
  readonly decoder: Decoder;
  /** For the quality report. */
  readonly warnings: readonly string[];
}

/** Readers look for the declaration in the first kilobyte; pages with long comments before it have been seen, so we look further. */
const DECLARED_WITHIN = 8_192;
const DECLARATION =
  /<\?xml[^>]{0,200}\bencoding\s*=\s*["'](?<xml>[\w:.-]{1,40})["']|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*(?<meta>[\w:.-]{1,40})/i;
/** GB 2312 and GBK are parts of it, and pages that claim the small sets use the large one. */
const CHINESE = new Set(['gbk', 'gb2312', 'gb_2312-80', 'gb18030', 'x-gbk', 'cp936', 'csgb2312', 'euc-cn']);

/**
 * Encoding of a page: byte-order mark, else UTF-8 where the bytes are well-formed UTF-8 that is more than ASCII, else what the
 * page declares, else by its bytes. The bytes come before the declaration because servers and editors re-encode pages and leave
 * the old declaration, while other encodings never look like UTF-8 by chance.
 */
export async function htmlEncoding(path: string, bytes: Uint8Array): Promise<HtmlEncoding> {
  const survey = await surveyEncoding(path);
  const { encoding: detected } = survey;
  const found = { encoding: detected, decoder: makeDecoder(detected), warnings: encodingWarnings(survey) };
  if (byteOrderMark(bytes) !== undefined) return found;
  if (detected === 'utf-8' && bytes.some((byte) => byte >= 0x80)) return found;
  const declared = declaredEncoding(bytes);
  // A page of plain ASCII bytes cannot be in a two-byte encoding, whatever it says; the standard reads such a claim as UTF-8.
  if (declared === undefined || declared === detected || declared.startsWith('utf-16')) return found;
  return { encoding: declared, decoder: new TextDecoder(declared), warnings: [] };
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const groups = DECLARATION.exec(new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN)))?.groups;
  const label = (groups?.xml ?? groups?.meta)?.toLowerCase();
  if (label === undefined) return undefined;
  if (CHINESE.has(label)) return 'gb18030';
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    // A name that no browser knows declares nothing.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
