import { detectEncodingOf } from '../../clean/detect-encoding.ts';

/** Text of bytes that are given as one character each. */
export type DecodeBytes = (bytes: string, encoding?: string) => string;

/** From this version on the strings of a file are UTF-8, whatever its code page says. */
const FIRST_UNICODE = 1021;
/** Code pages by the digits of their names (`ANSI_936`, `dos437`, `GB2312`). */
const CODE_PAGES: Readonly<Record<string, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  2312: 'gb18030',
  866: 'ibm866',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [String(1250 + at), `windows-${1250 + at}`])),
};
/** What programs write that know no better: it fits any bytes, so it proves nothing. */
const BY_DEFAULT = 'windows-1252';

export interface CodePageChoice {
  readonly encoding: string;
  readonly warning?: string;
}

/** What the header says of the encoding. */
export interface StatedEncoding {
  /** `$ACADVER`: `AC1027`. */
  readonly version: string | undefined;
  /** `$DWGCODEPAGE`: `ANSI_936`. */
  readonly codePage: string | undefined;
}

/**
 * The encoding of the strings of a file: as its header says, where they are text by it; else as their bytes say. `strings` are those
 * that hold bytes beyond ASCII.
 */
export function chooseEncoding({ version, codePage }: StatedEncoding, strings: readonly string[]): CodePageChoice {
  const isUnicode = Number(/^AC(\d{4})$/.exec(version?.trim() ?? '')?.[1] ?? 0) >= FIRST_UNICODE;
  const stated = isUnicode ? 'utf-8' : CODE_PAGES[/\d{3,4}/.exec(codePage ?? '')?.[0] ?? ''];
  if (strings.length === 0) return { encoding: stated ?? BY_DEFAULT };
  const isProved = stated !== undefined && stated !== BY_DEFAULT;
  if (isProved && strings.every((bytes) => isTextOf(bytes, stated))) return { encoding: stated };
  const found = detectEncodingOf(strings.map((bytes) => Buffer.from(`${bytes}\n`, 'latin1')));
  if (found === (stated ?? found)) return { encoding: found };
  const saying = isUnicode ? `of version ${version}` : codePage === undefined ? 'without a code page' : `with the code page ${codePage}`;
  return {
    encoding: found,
    warning: `The drawing is ${saying}, but its texts are ${found} by their bytes and were read so; look whether they are right.`,
  };
}

function isTextOf(bytes: string, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Decodes the strings of a file; ASCII, which most of them are, is the same in all encodings. */
export function createDecode(encoding: string): DecodeBytes {
  const own = new TextDecoder(encoding);
  return (bytes, other) => {
    if (isAscii(bytes)) return bytes;
    return (other === undefined ? own : new TextDecoder(other)).decode(Buffer.from(bytes, 'latin1'));
  };
}

export function isAscii(bytes: string): boolean {
  return !/[\u0080-\u00ff]/.test(bytes);
}
