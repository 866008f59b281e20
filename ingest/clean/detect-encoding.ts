import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** A file counts as UTF-8 with a few damaged bytes when well-formed characters outnumber malformed ones by this factor. */
const DAMAGED_FACTOR = 20;
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
}

/**
 * Encoding of a text file, by its whole content: byte-order mark, else UTF-8 when (nearly) all of it is well formed, else
 * Windows-1252 when bytes above 0x7F stand alone (`75°C`), else GB 18030, of which GBK and GB 2312 are parts.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const counts: ByteCounts = { wellFormed: 0, malformed: 0, loneHighBytes: 0, highRuns: 0 };
  const scan = createByteScan(counts);
  let first = true;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    if (first) {
      const marked = byteOrderMark(bytes);
      if (marked !== undefined) return marked;
      first = false;
    }
    scan(bytes);
  }
  scan(LINE_END);
  if (counts.malformed === 0 || counts.wellFormed >= DAMAGED_FACTOR * counts.malformed) return 'utf-8';
  return counts.loneHighBytes > LONE_SHARE * counts.highRuns ? 'windows-1252' : 'gb18030';
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-8 state machine; overlong forms and surrogates count as well formed here, the decoder marks them. */
function createByteScan(counts: ByteCounts): (bytes: Uint8Array) => void {
  let expected = 0;
  let run = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte < 0x80) {
        if (run > 0) {
          counts.highRuns += 1;
          if (run === 1) counts.loneHighBytes += 1;
          run = 0;
        }
        if (expected > 0) {
          counts.malformed += 1;
          expected = 0;
        }
        continue;
      }
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
