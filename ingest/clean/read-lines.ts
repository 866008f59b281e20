import { createReadStream } from 'node:fs';
import type { Encoding } from './detect-encoding.ts';
import { makeDecoder } from './make-decoder.ts';

/** Longest line kept, in UTF-16 units; the rest of a longer line is counted, not held in memory. */
export const MAX_LINE_LENGTH = 250_000;

/** One physical line without its line end. `number` counts from 1; `cut` is how many UTF-16 units were beyond the limit. */
export interface Line {
  readonly text: string;
  readonly number: number;
  readonly cut: number;
}

/** Lines of a text file in batches, in bounded memory; a line ends at `\n`, `\r\n` or a lone `\r`. */
export async function* readLines(path: string, encoding: Encoding): AsyncGenerator<readonly Line[]> {
  const decoder = makeDecoder(encoding);
  const splitter = createLineSplitter();
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const lines = splitter.push(decoder.decode(bytes as Buffer, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const rest = [...splitter.push(decoder.decode()), ...splitter.end()];
  if (rest.length > 0) yield rest;
}

/** Lines of a text already in memory; a last line without line end counts as a line. */
export function splitLines(text: string): readonly Line[] {
  const splitter = createLineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}

function createLineSplitter(): { push(text: string): Line[]; end(): Line[] } {
  let pending = '';
  let cut = 0;
  let number = 0;
  let afterReturn = false;
  const keep = (piece: string): void => {
    const room = MAX_LINE_LENGTH - pending.length;
    pending += piece.length > room ? piece.slice(0, room) : piece;
    cut += Math.max(0, piece.length - room);
  };
  const finish = (): Line => {
    number += 1;
    const line = { text: pending, number, cut };
    pending = '';
    cut = 0;
    return line;
  };
  return {
    push(text) {
      const lines: Line[] = [];
      let start = afterReturn && text.startsWith('\n') ? 1 : 0;
      if (text.length > 0) afterReturn = text.endsWith('\r');
      const pattern = /\r\n|\n|\r/g;
      pattern.lastIndex = start;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        keep(text.slice(start, match.index));
        lines.push(finish());
        start = pattern.lastIndex;
      }
      keep(text.slice(start));
      return lines;
    },
    end() {
      return pending.length > 0 || cut > 0 ? [finish()] : [];
    },
  };
}
