import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'gb18030' | 'windows-1252';

/** Encoding of a file, and how many of its lines are well-formed text of another one. */
export interface EncodingSurvey {
  readonly encoding: Encoding;
  readonly strayLines: number;
}

/** A file counts as UTF-8 with a few damaged bytes when well-formed characters outnumber malformed ones by this factor. */
const DAMAGED_FACTOR = 20;
/** Characters of UTF-8 in a line that bytes of GB 18030 do not make by chance; of Western text not even one is made. */
const CERTAIN_CHARACTERS = 3;
/** Share of lone high bytes above which the text is Western: Chinese characters in GB 18030 come as pairs of bytes. */
const LONE_SHARE = 0.9;

/** Closes what the last byte of the file left open. */
const LINE_END = Uint8Array.of(0x0a);

/** Evidence about the bytes of a file, gathered in one pass of bounded memory. */
interface ByteCounts {
  wellFormed: number;
  malformed: number;
  loneHighBytes: number;
  highRuns: number;
  /** Lines by what their bytes above 0x7F are: none of it UTF-8, all of it UTF-8, and that for certain. */
  malformedLines: number;
  utf8Lines: number;
  certainLines: number;
}

/**
 * Encoding of a text file, by its whole content: byte-order mark (UTF-8, UTF-16, UTF-32), else UTF-8 when (nearly) all of it is well formed, else
 * Windows-1252 when bytes above 0x7F stand alone (`75°C`), else GB 18030, of which GBK and GB 2312 are parts.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  return (await surveyEncoding(path)).encoding;
}

/** The same of texts at hand, each ended by a line end; without byte-order marks. */
export function detectEncodingOf(texts: Iterable<Uint8Array>): Encoding {
  const counts = noCounts();
  const scan = createByteScan(counts);
  for (const bytes of texts) scan(bytes);
  return encodingBy(counts, false).encoding;
}

/** As `detectEncoding`, with the lines that the encoding does not fit: files put together of several hold such. */
export async function surveyEncoding(path: string): Promise<EncodingSurvey> {
  const counts = noCounts();
  const scan = createByteScan(counts);
  let first = true;
  let isMarked = false;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    if (first) {
      const marked = byteOrderMark(bytes);
      if (marked !== undefined && marked !== 'utf-8') return { encoding: marked, strayLines: 0 };
      isMarked = marked !== undefined;
      first = false;
    }
    scan(bytes);
  }
  scan(LINE_END);
  return encodingBy(counts, isMarked);
}

function noCounts(): ByteCounts {
  return { wellFormed: 0, malformed: 0, loneHighBytes: 0, highRuns: 0, malformedLines: 0, utf8Lines: 0, certainLines: 0 };
}

function encodingBy(counts: ByteCounts, isMarked: boolean): EncodingSurvey {
  if (isMarked || counts.malformed === 0 || counts.wellFormed >= DAMAGED_FACTOR * counts.malformed) {
    return { encoding: 'utf-8', strayLines: counts.malformedLines };
  }
  return counts.loneHighBytes > LONE_SHARE * counts.highRuns
    ? { encoding: 'windows-1252', strayLines: counts.utf8Lines }
    : { encoding: 'gb18030', strayLines: counts.certainLines };
}

/** Says of a file with lines of another encoding what is wrong and what to do; empty for others. */
export function encodingWarnings({ encoding, strayLines }: EncodingSurvey): readonly string[] {
  if (strayLines === 0) return [];
  return [
    `${strayLines} lines are not in ${encoding}, in which the file was read, and are garbled; store the whole file in UTF-8 and send it again.`,
  ];
}

/** What the mark at the head of a file says of its encoding. */
export function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0 ? 'utf-32le' : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32be';
  return undefined;
}

/** UTF-8 state machine; overlong forms and surrogates count as well formed here, the decoder marks them. */
function createByteScan(counts: ByteCounts): (bytes: Uint8Array) => void {
  let expected = 0;
  let run = 0;
  let malformedBefore = 0;
  let before = { wellFormed: 0, malformed: 0 };
  const endLine = (): void => {
    const wellFormed = counts.wellFormed - before.wellFormed;
    if (counts.malformed > before.malformed) counts.malformedLines += 1;
    else if (wellFormed > 0) {
      counts.utf8Lines += 1;
      if (wellFormed >= CERTAIN_CHARACTERS) counts.certainLines += 1;
    }
    before = { wellFormed: counts.wellFormed, malformed: counts.malformed };
  };
  return (bytes) => {
    for (const byte of bytes) {
      if (byte < 0x80) {
        if (run > 0) {
          // A run that is UTF-8 throughout speaks for neither of the other encodings.
          if (expected > 0 || counts.malformed > malformedBefore) {
            counts.highRuns += 1;
            if (run === 1) counts.loneHighBytes += 1;
          }
          run = 0;
        }
        if (expected > 0) {
          counts.malformed += 1;
          expected = 0;
        }
        if (byte === 0x0a) endLine();
        continue;
      }
      if (run === 0) malformedBefore = counts.malformed;
      run += 1;
      if (expected > 0 && byte < 0xc0) {
        expected -= 1;
        if (expected === 0) counts.wellFormed += 1;
        continue;
      }
      if (expected > 0 || byte < 0xc2 || byte > 0xf4) counts.malformed += 1;
      expected = byte >= 0xf0 && byte <= 0xf4 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    }
  };
}
